using System.Collections.Immutable;

namespace MarketPulse.Cli.Replay;

/// <summary>
/// Whether a run can find anything new: a source changed, or another run changed what is stored, since the function's last
/// run. Every stage asks the tables what is missing, so a run without news changes nothing; a test over a week shows it.
/// </summary>
internal sealed class NewsFlag(ImmutableArray<DateTimeOffset> changes)
{
    private readonly Dictionary<string, int> _seen = [];
    private int _version = 1;
    private int _next;

    public bool IsDue(ScheduledRun run)
    {
        while (_next < changes.Length && changes[_next] <= run.At)
        {
            _next++;
            _version++;
        }

        // The watchdog looks at how long nothing happened, which is news of its own.
        return run.Function == FunctionNames.Watchdog
            || _seen.GetValueOrDefault(run.Function) != _version;
    }

    public void Ran(ScheduledRun run, bool changed)
    {
        _seen[run.Function] = _version;
        if (changed)
        {
            _version++;
        }
    }
}
