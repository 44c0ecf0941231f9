using MarketPulse.Alerts.Notices;
using MarketPulse.Alerts.Signals;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Options;

namespace MarketPulse.Alerts;

/// <summary>
/// Looks at what didn't happen (IO): work of the pipeline that stopped, and one message when it goes on; promises whose time
/// has passed.
/// </summary>
public sealed class Watchdog(
    Watchlist watchlist,
    PriceTable prices,
    AnnouncementTable announcements,
    SourceTable sources,
    RunTable runs,
    PriceQuarantine quarantine,
    PromiseRules promises,
    Outbox outbox,
    Wording words,
    IOptions<AlertOptions> options,
    TimeProvider clock
)
{
    /// <summary>Completed sessions without their bar that are too many where no rule says otherwise.</summary>
    public static readonly int SessionsBehind = TroubleBounds.Default.SessionsWithoutPrices;

    private readonly WatchRule? _rule = watchlist.Rules.FirstOrDefault(r => r.Trouble is not null);
    private readonly Dictionary<string, OpenTrouble> _found = [];

    private TroubleBounds Bounds => _rule?.Trouble ?? TroubleBounds.Default;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        await CheckPricesAsync(report, cancellation);
        await CheckQuarantineAsync(report, cancellation);
        await CheckFeedsAsync(report, cancellation);
        await CheckRunsAsync(report, cancellation);
        await CheckNewsAsync(report, cancellation);
        await ClearAsync(report, cancellation);
        await promises.RunAsync(report, cancellation);
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
            if (missing >= Bounds.SessionsWithoutPrices)
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
            if (state.FailingSince is { } since && now - since >= Bounds.FeedFailing)
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

    private async Task CheckRunsAsync(StageReport report, CancellationToken cancellation)
    {
        if (!options.Value.WatchRuns)
        {
            return;
        }

        // A function that has never run to its end has no row: doctor says so.
        foreach (var (function, finishedAt, _) in await runs.ReadAsync(cancellation))
        {
            var day = TradingCalendar.DateOf(finishedAt);
            if (
                function != FunctionNames.Watchdog
                && SessionsSince(day) >= Bounds.SessionsWithoutRun
            )
            {
                await TellAsync(
                    $"run-{function}",
                    day,
                    $"{function} has not run to its end since {finishedAt:yyyy-MM-dd HH:mm} UTC. Its log says why; its schedule may be wrong.",
                    report,
                    cancellation
                );
            }
        }
    }

    private async Task CheckNewsAsync(StageReport report, CancellationToken cancellation)
    {
        if (Bounds.News is not { } most)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var symbol in watchlist.Symbols)
        {
            // A year is longer than any company is silent; without any news in it, the calendar's span counts.
            var known = await announcements.ReadAsync(
                symbol.Symbol,
                now.AddYears(-1),
                now,
                cancellation
            );
            var last =
                known.Count > 0
                    ? TradingCalendar.DateOf(known[^1].OrderedAt)
                    : TradingCalendar.DateOf(now.AddYears(-1));
            if (SessionsSince(last) >= most)
            {
                await TellAsync(
                    $"news-{symbol.Symbol}",
                    last,
                    $"No announcement about {symbol.Symbol} has come since {last:yyyy-MM-dd} ({SessionsSince(last)} sessions). The feeds answer, but nothing in them counts: look whether they have moved.",
                    report,
                    cancellation
                );
            }
        }
    }

    /// <summary>Completed sessions after a date.</summary>
    private int SessionsSince(DateOnly day)
    {
        var due = TradingCalendar.LastCompleted(clock.GetUtcNow(), PriceIngestion.Margin);
        return due <= day ? 0 : TradingCalendar.Sessions(day.AddDays(1), due).Count();
    }

    private async Task TellAsync(
        string what,
        DateOnly since,
        string trouble,
        StageReport report,
        CancellationToken cancellation
    )
    {
        report.Problem(what, trouble);
        var first = Notification.OfTrouble(what, since, trouble, clock.GetUtcNow());
        var again = _rule?.Repeat is { } every ? SessionsSince(since) / every : 0;
        var notification =
            again == 0
                ? first
                : Notification.OfTrouble($"{what}-again{again}", since, trouble, clock.GetUtcNow());
        _found[what] = new(first.Key, since, trouble);
        if (
            await outbox.FindAsync(notification.Key, cancellation) is null
            && await outbox.AddAsync(
                notification with
                {
                    Rule = _rule?.Name,
                    Urgency = _rule is null ? null : SignalDecider.UrgencyOf(_rule),
                },
                cancellation
            )
        )
        {
            report.Count("messages queued");
        }
    }

    /// <summary>Remembers what was told, and tells the end of what is over.</summary>
    private async Task ClearAsync(StageReport report, CancellationToken cancellation)
    {
        var known = await sources.ReadAsync<OpenTrouble>(OpenTrouble.Sort, cancellation);
        foreach (var (what, trouble) in _found)
        {
            if (
                known.GetValueOrDefault(what) is not { ClearedAt: null } old
                || old.Key != trouble.Key
            )
            {
                await sources.WriteAsync(OpenTrouble.Sort, what, trouble, cancellation);
            }
        }

        var now = clock.GetUtcNow();
        foreach (
            var (what, over) in known.Where(k =>
                k.Value.ClearedAt is null && !_found.ContainsKey(k.Key)
            )
        )
        {
            // The message first: a crash before the mark only tells it again, under the same key.
            var clear = Notification.OfNotice(
                $"clear_{over.Key}",
                "",
                over.Since,
                TroubleNotices.AllClear(over.Text, over.Since, words),
                $"The watchdog told of this trouble and finds it no more ({what}).",
                now
            ) with
            {
                Rule = _rule?.Name,
                InReplyTo = Notification.MessageIdOf(over.Key),
            };
            if (await outbox.FindAsync(clear.Key, cancellation) is null)
            {
                await outbox.AddAsync(clear, cancellation);
                report.Count("messages queued");
            }

            await sources.WriteAsync(
                OpenTrouble.Sort,
                what,
                over with
                {
                    ClearedAt = now,
                },
                cancellation
            );
        }
    }
}
