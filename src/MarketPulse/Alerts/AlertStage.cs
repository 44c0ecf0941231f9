using System.Collections.Immutable;
using MarketPulse.Alerts.Delivery;
using MarketPulse.Alerts.Signals;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Decides what is undecided, then sends what is due (IO).</summary>
public sealed class AlertStage(
    Watchlist watchlist,
    CorrelationTable correlations,
    AlertTable alerts,
    SignalRun rules,
    Corrections corrections,
    DeliveryRun delivery,
    TimeProvider clock
)
{
    /// <summary>Days of results that are looked at; older ones never become news.</summary>
    public const int LookBack = 30;

    /// <summary>Days of decisions that are looked at: a follow-up at +20 sessions looks back over four weeks and their holidays.</summary>
    internal const int DecidedLookBack = 45;

    /// <summary>Days ahead: what comes after a close is news of the next session, which a holiday and a weekend may put off.</summary>
    internal const int DecidedAhead = 7;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        foreach (var symbol in watchlist.Symbols)
        {
            await DecideAsync(symbol, report, cancellation);
        }

        await delivery.RunAsync(report, cancellation);
        return report;
    }

    private async Task DecideAsync(
        WatchedSymbol symbol,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var today = TradingCalendar.DateOf(now);
        var results = (
            await correlations.ReadAsync(
                symbol.Symbol,
                today.AddDays(-LookBack),
                today,
                cancellation
            )
        )
            .Where(r => AlertDecider.IsPrimary(r, symbol))
            .ToImmutableArray();
        // Promises and trouble are looked at once a day: the watchdog does.
        var others = watchlist
            .Rules.Where(r => !r.IsMove && r.Trouble is null && r.Promise is null)
            .ToList();
        if (results.IsEmpty && others.Count == 0)
        {
            return;
        }

        var decided = await alerts.ReadAsync(
            symbol.Symbol,
            today.AddDays(-DecidedLookBack),
            today.AddDays(DecidedAhead),
            cancellation
        );
        var moves = watchlist.Rules.Where(r => r.IsMove).ToImmutableArray();
        await rules.StoreAsync(
            symbol,
            AlertDecider.Decide(symbol, moves, results, decided, now),
            report,
            cancellation
        );
        var corrected = await corrections.QueueAsync(symbol, results, decided, now, cancellation);
        await alerts.WriteAsync(symbol.Symbol, corrected, cancellation);
        report.CountSome("corrections queued", corrected.Length);
        foreach (var rule in others)
        {
            await rules.DecideAsync(rule, symbol, results, decided, report, cancellation);
        }
    }
}
