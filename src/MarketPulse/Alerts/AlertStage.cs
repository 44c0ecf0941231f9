using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Decides what is undecided, then sends what is due (IO).</summary>
public sealed class AlertStage(
    Watchlist watchlist,
    CorrelationTable correlations,
    AlertTable alerts,
    Outbox outbox,
    Corrections corrections,
    NotificationSender sender,
    TimeProvider clock
)
{
    /// <summary>Days of results that are looked at; older ones never become news.</summary>
    public const int LookBack = 30;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        foreach (var symbol in watchlist.Symbols)
        {
            await DecideAsync(symbol, report, cancellation);
        }

        foreach (var notification in await outbox.ReadAsync(Outbox.Pending, cancellation))
        {
            await sender.SendAsync(notification, report, cancellation);
        }

        return report;
    }

    private async Task DecideAsync(
        WatchedSymbol symbol,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var (from, to) = (
            TradingCalendar.DateOf(now).AddDays(-LookBack),
            TradingCalendar.DateOf(now)
        );
        var results = await correlations.ReadAsync(symbol.Symbol, from, to, cancellation);
        if (results.Count == 0)
        {
            return;
        }

        var decided = await alerts.ReadAsync(symbol.Symbol, from, to, cancellation);
        var (undecided, messages) = AlertDecider.Decide(
            symbol,
            watchlist.Rules,
            results,
            decided,
            now
        );
        foreach (var message in messages)
        {
            // The intent first: a crash before the decisions are stored only decides again, to the same key.
            await outbox.AddAsync(message, cancellation);
        }

        var corrected = await corrections.QueueAsync(symbol, results, decided, now, cancellation);
        await alerts.WriteAsync(symbol.Symbol, [.. undecided, .. corrected], cancellation);
        report.CountSome("alerts decided", undecided.Length);
        report.CountSome("corrections queued", corrected.Length);
    }
}
