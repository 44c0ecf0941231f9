using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Telemetry;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>One rule about one symbol: what it looks at is read, decided and stored (IO).</summary>
public sealed class SignalRun(
    SignalReader signals,
    AlertTable alerts,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <summary>A rule whose material can't be read is named in the report, and the others go on.</summary>
    /// <param name="results">Recent event-day results against the first benchmark.</param>
    /// <param name="decided">Decisions already stored.</param>
    public async Task DecideAsync(
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

    public async Task StoreAsync(
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
        foreach (var alert in decisions.Alerts)
        {
            Traces
                .Step(Traces.Decided, symbol.Symbol, alert.AnnouncementId)
                ?.SetTag("decision", alert.Decision.ToString())
                .Dispose();
        }

        if (decisions.Alerts.Length > 0)
        {
            report.Count("alerts decided", decisions.Alerts.Length);
        }
    }
}
