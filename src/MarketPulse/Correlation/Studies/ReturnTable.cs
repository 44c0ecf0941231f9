using System.Collections.Immutable;

namespace MarketPulse.Correlation.Studies;

/// <summary>Returns by session: one column a series, all on the same sessions; NaN where a series has none.</summary>
public sealed class ReturnTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly double[][] _values;

    /// <param name="sessions">In order, each once.</param>
    /// <param name="names">The columns' names, each once.</param>
    /// <param name="values">One array a column, as long as <paramref name="sessions"/>; kept, not copied.</param>
    /// <exception cref="ArgumentException">Sessions out of order, a name twice, or columns of another length.</exception>
    public ReturnTable(
        ImmutableArray<DateOnly> sessions,
        ImmutableArray<string> names,
        double[][] values
    )
    {
        for (var i = 1; i < sessions.Length; i++)
        {
            if (sessions[i] <= sessions[i - 1])
            {
                throw new ArgumentException(
                    $"The session {sessions[i]:yyyy-MM-dd} follows {sessions[i - 1]:yyyy-MM-dd}; sessions must be in order, each once."
                );
            }
        }

        if (
            names.Length != values.Length
            || Array.Exists(values, column => column.Length != sessions.Length)
        )
        {
            throw new ArgumentException("Every named column must cover every session.");
        }

        (Sessions, Names, _values) = (sessions, names, values);
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var j = 0; j < names.Length; j++)
        {
            if (!_columns.TryAdd(names[j], j))
            {
                throw new ArgumentException($"The column {names[j]} appears twice.");
            }
        }
    }

    public ImmutableArray<DateOnly> Sessions { get; }

    public ImmutableArray<string> Names { get; }

    public bool Has(string name) => _columns.ContainsKey(name);

    /// <exception cref="KeyNotFoundException">No such column.</exception>
    public double[] this[string name] =>
        _columns.TryGetValue(name, out var j)
            ? _values[j]
            : throw new KeyNotFoundException(
                $"There is no column {name}; there are {string.Join(", ", Names)}."
            );

    /// <summary>The first session on or after a date, or −1 when the table ends before it.</summary>
    public int FirstOnOrAfter(DateOnly date)
    {
        var index = Sessions.BinarySearch(date);
        index = index < 0 ? ~index : index;
        return index < Sessions.Length ? index : -1;
    }
}
