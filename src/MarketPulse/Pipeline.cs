using System.Diagnostics;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Telemetry;
using Microsoft.Extensions.Logging;

namespace MarketPulse;

/// <summary>
/// A whole scheduled run: announcements and prices come in, each announcement is measured against what its benchmark would
/// have brought anyway, and what matters is mailed. Each step asks the tables what is missing and does that, so a step that
/// was missed, doubled or cut off is made good by the next one, in any order.
/// </summary>
public sealed class Pipeline(
    AnnouncementIngestion announcements,
    PriceIngestion prices,
    Correlator correlator,
    AlertStage alerts,
    Watchdog watchdog,
    RunTable runs,
    TransactionCounter transactions,
    TimeProvider clock,
    ILogger<Pipeline> log
)
{
    public Task<StageReport> IngestAnnouncementsAsync(CancellationToken cancellation) =>
        RunAsync(FunctionNames.IngestAnnouncements, announcements.RunAsync, cancellation);

    public Task<StageReport> IngestPricesAsync(CancellationToken cancellation) =>
        RunAsync(FunctionNames.IngestPrices, prices.RunAsync, cancellation);

    public Task<StageReport> CorrelateAsync(CancellationToken cancellation) =>
        RunAsync(FunctionNames.Correlate, correlator.RunAsync, cancellation);

    public Task<StageReport> SendAlertsAsync(CancellationToken cancellation) =>
        RunAsync(FunctionNames.SendAlerts, alerts.RunAsync, cancellation);

    public Task<StageReport> WatchdogAsync(CancellationToken cancellation) =>
        RunAsync(FunctionNames.Watchdog, watchdog.RunAsync, cancellation);

    /// <summary>One function by its name.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public Task<StageReport> RunAsync(string function, CancellationToken cancellation) =>
        function switch
        {
            FunctionNames.IngestAnnouncements => IngestAnnouncementsAsync(cancellation),
            FunctionNames.IngestPrices => IngestPricesAsync(cancellation),
            FunctionNames.Correlate => CorrelateAsync(cancellation),
            FunctionNames.SendAlerts => SendAlertsAsync(cancellation),
            FunctionNames.Watchdog => WatchdogAsync(cancellation),
            _ => throw new ArgumentException($"There is no function {function}."),
        };

    private async Task<StageReport> RunAsync(
        string function,
        Func<CancellationToken, Task<StageReport>> stage,
        CancellationToken cancellation
    )
    {
        using var run = Traces.Run(function);
        var (before, started) = (transactions.Count, clock.GetTimestamp());
        StageReport report;
        try
        {
            report = await stage(cancellation);
        }
        catch (Exception error)
        {
            run?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }

        report.Transactions = transactions.Count - before;
        Measures.Record(function, report, clock.GetElapsedTime(started));
        log.RunEnded(function, report);
        foreach (var (what, why) in report.Problems)
        {
            log.LeftUndone(function, what, why);
        }

        await runs.WriteAsync(function, clock.GetUtcNow(), report.ToString(), cancellation);
        return report;
    }
}
