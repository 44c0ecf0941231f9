using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Looks once a day at what didn't happen: work of the pipeline that stopped, promises whose time has passed; each makes one message (IO).</summary>
public sealed class Watchdog(
    Watchlist watchlist,
    PriceTable prices,
    PriceQuarantine quarantine,
    SourceTable sources,
    MissedPromises promises,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <summary>Completed sessions without their bar that are too many: sources are at times a day late.</summary>
    public const int SessionsBehind = 2;

    /// <summary>A feed that fails for so long is told once.</summary>
    public static readonly TimeSpan FeedFailing = TimeSpan.FromHours(24);

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        await CheckPricesAsync(report, cancellation);
        await CheckQuarantineAsync(report, cancellation);
        await CheckFeedsAsync(report, cancellation);
        await promises.CheckAsync(report, cancellation);
        return report;
    }

    private async Task CheckPricesAsync(StageReport report, CancellationToken cancellation)
    {
        var due = TradingCalendar.LastCompleted(clock.GetUtcNow(), PriceIngestion.Margin);
        var behind = new List<(string Symbol, DateOnly? Last, int Missing)>();
        foreach (var symbol in watchlist.PricedSymbols)
        {
            var stored = await prices.ReadNewestAsync(
                symbol,
                due,
                days: 25,
                watchlist.Since,
                cancellation
            );
            DateOnly? last = stored.Count > 0 ? stored[^1].Session : null;
            var next = last?.AddDays(1) ?? watchlist.Since;
            var missing = next > due ? 0 : TradingCalendar.Sessions(next, due).Count();
            if (missing >= SessionsBehind)
            {
                behind.Add((symbol, last, missing));
            }
        }

        if (behind.Count > 0)
        {
            // One source serves all symbols, so this is mostly one trouble and makes one mail.
            var parts = behind.GroupBy(b => (b.Last, b.Missing)).Select(Describe);
            var symbols = string.Join("; ", parts);
            await TellAsync(
                "prices",
                behind.Min(b => b.Last) ?? watchlist.Since,
                $"Prices are missing: {symbols}. The price source may be closed to us, or a symbol may be gone.",
                report,
                cancellation
            );
        }
    }

    private static string Describe(
        IGrouping<(DateOnly? Last, int Missing), (string Symbol, DateOnly?, int)> behind
    )
    {
        var symbols = string.Join(", ", behind.Select(b => b.Symbol));
        return behind.Key.Last is { } last
            ? $"{symbols} since {last:yyyy-MM-dd} ({behind.Key.Missing} sessions)"
            : $"{symbols} (none stored yet)";
    }

    private async Task CheckQuarantineAsync(StageReport report, CancellationToken cancellation)
    {
        var held = await quarantine.ReadAsync(cancellation);
        foreach (var bars in held.GroupBy(b => b.Symbol))
        {
            var newest = bars.MaxBy(b => b.Session)!;
            var more = bars.Count() == 1 ? "" : $" {bars.Count() - 1} more are held back.";
            await TellAsync(
                $"bars-{bars.Key}",
                bars.Min(b => b.Session),
                $"{bars.Key}: a bar is held back. {newest}{more} It is used when its source puts it right or a second source says the same; if it is true, 'marketpulse backfill --symbol {bars.Key} --from {newest.Session:yyyy-MM-dd} --to {newest.Session:yyyy-MM-dd} --believe' takes it.",
                report,
                cancellation
            );
        }
    }

    private async Task CheckFeedsAsync(StageReport report, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (
            var (name, state) in await sources.ReadAsync<FeedState>(
                AnnouncementIngestion.Sort,
                cancellation
            )
        )
        {
            if (state.FailingSince is { } since && now - since >= FeedFailing)
            {
                await TellAsync(
                    $"feed-{name}",
                    TradingCalendar.DateOf(since),
                    $"The feed {name} has failed since {since:yyyy-MM-dd HH:mm} UTC. It said last: {state.Failure}",
                    report,
                    cancellation
                );
            }
        }
    }

    private async Task TellAsync(
        string what,
        DateOnly since,
        string trouble,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var notification = Notification.OfTrouble(what, since, trouble, clock.GetUtcNow());
        report.Problem(what, trouble);
        if (
            await outbox.FindAsync(notification.Key, cancellation) is null
            && await outbox.AddAsync(notification, cancellation)
        )
        {
            report.Count("messages queued");
        }
    }
}
