using Microsoft.Azure.Functions.Worker;

namespace MarketPulse.Functions;

/// <summary>
/// The schedules, bound to the pipeline's stages. Each comes from the app setting <c>NAME__Schedule</c>: six-field NCRONTAB in
/// UTC, which the Functions host reads itself. No default can stand in here: without its setting the host refuses the function.
/// </summary>
public sealed class Timers(Pipeline pipeline)
{
    [Function(FunctionNames.IngestAnnouncements)]
    public Task IngestAnnouncementsAsync(
        [TimerTrigger("%IngestAnnouncements:Schedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pipeline.IngestAnnouncementsAsync(cancellation);

    [Function(FunctionNames.IngestPrices)]
    public Task IngestPricesAsync(
        [TimerTrigger("%IngestPrices:Schedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pipeline.IngestPricesAsync(cancellation);

    [Function(FunctionNames.Correlate)]
    public Task CorrelateAsync(
        [TimerTrigger("%Correlate:Schedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pipeline.CorrelateAsync(cancellation);

    [Function(FunctionNames.SendAlerts)]
    public Task SendAlertsAsync(
        [TimerTrigger("%SendAlerts:Schedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pipeline.SendAlertsAsync(cancellation);

    /// <summary>The only one with retries: the others' next run heals a failed one within the hour, this one's comes tomorrow.</summary>
    [Function(FunctionNames.Watchdog)]
    [FixedDelayRetry(3, "00:00:30")]
    public Task WatchdogAsync(
        [TimerTrigger("%Watchdog:Schedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pipeline.WatchdogAsync(cancellation);
}
