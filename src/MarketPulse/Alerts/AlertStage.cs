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
    SignalReader signals,
    Outbox outbox,
    Corrections corrections,
    DeliveryRun delivery,
    TimeProvider clock
)
{
    /// <summary>Days of results that are looked at; older ones never become news.</summary>
    public const int LookBack = 30;

    // A follow-up at +20 sessions looks back over four weeks and their holidays.
    private const int DecidedLookBack = 45;

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
        var others = watchlist.Rules.Where(r => !r.IsMove && r.Trouble is null).ToList();
        if (results.IsEmpty && others.Count == 0)
        {
            return;
        }

        var decided = await alerts.ReadAsync(
            symbol.Symbol,
            today.AddDays(-DecidedLookBack),
            today,
            cancellation
        );
        var moves = watchlist.Rules.Where(r => r.IsMove).ToImmutableArray();
        await StoreAsync(
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
            await DecideAsync(rule, symbol, results, decided, report, cancellation);
        }
    }

    // A rule whose material can't be read is named, and the others go on.
    private async Task DecideAsync(
        WatchRule rule,
        WatchedSymbol symbol,
        ImmutableArray<CorrelationResult> results,
        IReadOnlyCollection<Alert> decided,
        StageReport report,
        CancellationToken cancellation
    )
    {
        try
        {
            var found = await signals.ReadAsync(rule, symbol, results, decided, cancellation);
            await StoreAsync(
                symbol,
                SignalDecider.Decide(rule, found, decided, clock.GetUtcNow()),
                report,
                cancellation
            );
        }
        catch (SettingException error)
        {
            report.Problem($"rule '{rule.Name}'", error.Message);
        }
    }

    private async Task StoreAsync(
        WatchedSymbol symbol,
        (ImmutableArray<Alert> Alerts, ImmutableArray<Notification> Messages) decisions,
        StageReport report,
        CancellationToken cancellation
    )
    {
        foreach (var message in decisions.Messages)
        {
            // The intent first: a crash before the decisions are stored only decides again, to the same key.
            await outbox.AddAsync(message, cancellation);
        }

        await alerts.WriteAsync(symbol.Symbol, decisions.Alerts, cancellation);
        if (decisions.Alerts.Length > 0)
        {
            report.Count("alerts decided", decisions.Alerts.Length);
        }
    }
}
