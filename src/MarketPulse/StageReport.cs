namespace MarketPulse;

/// <summary>What one run of a stage did, for the log, the run table and the command line.</summary>
public sealed class StageReport
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<(string What, string Why)> _problems = [];

    /// <summary>How many of each thing were made or changed.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>What could not be done this time: named, with the reason. The rest was done.</summary>
    public IReadOnlyList<(string What, string Why)> Problems => _problems;

    /// <summary>Table transactions that the stage cost, as they are billed.</summary>
    public long Transactions { get; internal set; }

    /// <summary>Whether anything stored changed.</summary>
    public bool Changed => _counts.Values.Any(count => count > 0);

    public void Count(string what, int more = 1) =>
        _counts[what] = _counts.GetValueOrDefault(what) + more;

    /// <summary>Counts, unless there is nothing to count.</summary>
    public void CountSome(string what, int some)
    {
        if (some > 0)
        {
            Count(what, some);
        }
    }

    public void Problem(string what, string why) => _problems.Add((what, why));

    public override string ToString() =>
        _counts.Count == 0 && _problems.Count == 0
            ? "nothing new"
            : string.Join(
                ", ",
                _counts
                    .Select(c => $"{c.Key}: {c.Value}")
                    .Concat(_problems.Select(p => $"{p.What}: {p.Why}"))
            );
}
