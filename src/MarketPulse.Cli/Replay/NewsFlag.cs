using System.Collections.Immutable;

namespace MarketPulse.Cli.Replay;

/// <summary>
/// Whether a run can find anything new: what it reads changed since the function's last run. Every stage does all that is
/// missing, so a run without news changes nothing; a test over a week of every tick shows it.
/// </summary>
/// <param name="feeds">When some feed changes (UTC), in order.</param>
/// <param name="bars">When some bar is to be had (UTC), in order.</param>
internal sealed class NewsFlag(
    ImmutableArray<DateTimeOffset> feeds,
    ImmutableArray<DateTimeOffset> bars
)
{
    /// <summary>Who reads what whom wrote: the way the data goes.</summary>
    private static readonly ILookup<string, string> Readers = new[]
    {
        (FunctionNames.IngestAnnouncements, FunctionNames.Correlate),
        (FunctionNames.IngestPrices, FunctionNames.Correlate),
        (FunctionNames.Correlate, FunctionNames.SendAlerts),
        (FunctionNames.Watchdog, FunctionNames.SendAlerts),
    }.ToLookup(pair => pair.Item1, pair => pair.Item2);

    // At first nobody knows what is stored: everybody looks once.
    private readonly HashSet<string> _due = [.. FunctionNames.All];
    private int _nextFeed;
    private int _nextBar;

    public bool IsDue(ScheduledRun run)
    {
        Pass(feeds, ref _nextFeed, run.At, FunctionNames.IngestAnnouncements);
        Pass(bars, ref _nextBar, run.At, FunctionNames.IngestPrices);
        // The watchdog looks at how long nothing happened, which is news of its own.
        return run.Function == FunctionNames.Watchdog || _due.Contains(run.Function);
    }

    public void Ran(ScheduledRun run, StageReport report)
    {
        _due.Remove(run.Function);
        if (report.Changed)
        {
            _due.UnionWith(Readers[run.Function]);
        }

        if (report.Problems.Count > 0)
        {
            // What failed is to be tried again at the next tick.
            _due.Add(run.Function);
        }
    }

    private void Pass(
        ImmutableArray<DateTimeOffset> changes,
        ref int next,
        DateTimeOffset now,
        string reader
    )
    {
        for (; next < changes.Length && changes[next] <= now; next++)
        {
            _due.Add(reader);
        }
    }
}
