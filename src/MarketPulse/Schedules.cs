using Microsoft.Extensions.Configuration;
using NCrontab;

namespace MarketPulse;

/// <summary>When each function runs: settings <c>IngestPrices:Schedule</c> and so on, in the dialect of Azure Functions' timers.</summary>
public static class Schedules
{
    /// <summary>
    /// The defaults. They run round the clock in UTC: whether a session has ended, daylight saving and early closes included,
    /// is the code's business, and a run with nothing to do costs a few table transactions.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<
        string,
        string
    >
    {
        [FunctionNames.IngestAnnouncements] = "0 */15 * * * *",
        [FunctionNames.IngestPrices] = "0 20 * * * *",
        [FunctionNames.Correlate] = "0 25 * * * *",
        [FunctionNames.SendAlerts] = "0 */10 * * * *",
        [FunctionNames.Watchdog] = "0 40 11 * * *",
    };

    public static string SettingOf(string function) => $"{function}:Schedule";

    /// <summary>A function's schedule as configured, or the default.</summary>
    /// <exception cref="SettingException">The setting isn't a schedule.</exception>
    public static CrontabSchedule Of(IConfiguration configuration, string function)
    {
        var text = configuration[SettingOf(function)] is { Length: > 0 } set
            ? set
            : Defaults[function];
        return CrontabSchedule.TryParse(
                text,
                new CrontabSchedule.ParseOptions { IncludingSeconds = true }
            )
            ?? throw new SettingException(
                $"{SettingOf(function)} '{text}' is not a schedule. Write six fields (second minute hour day month weekday, UTC), such as '{Defaults[function]}'."
            );
    }
}
