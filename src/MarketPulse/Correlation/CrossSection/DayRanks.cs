namespace MarketPulse.Correlation.CrossSection;

/// <summary>Ranks of one event's days, made again and again in the same buffers.</summary>
internal sealed class DayRanks(int days)
{
    private readonly double[] _keys = new double[days];
    private readonly int[] _order = new int[days];
    private readonly double[] _all = new double[days];
    private readonly double[] _estimation = new double[days];

    /// <summary>Each day's midrank among all days that have a value; NaN where there is none.</summary>
    public ReadOnlySpan<double> All => _all;

    /// <summary>Each estimation day's midrank among the estimation days; only those positions are meant.</summary>
    public ReadOnlySpan<double> Estimation => _estimation;

    /// <summary>The days with a value.</summary>
    public int Count { get; private set; }

    /// <summary>The estimation days with a value.</summary>
    public int EstimationCount { get; private set; }

    /// <param name="values">Estimation days first, then event days; NaN where missing.</param>
    /// <param name="estimationDays">How many of them are estimation days.</param>
    public void Rank(ReadOnlySpan<double> values, int estimationDays)
    {
        var n = 0;
        for (var day = 0; day < values.Length; day++)
        {
            if (!double.IsNaN(values[day]))
            {
                (_keys[n], _order[n]) = (values[day], day);
                n++;
            }
        }

        if (n < values.Length)
        {
            Array.Fill(_all, double.NaN);
            Array.Fill(_estimation, double.NaN);
        }

        Array.Sort(_keys, _order, 0, n);
        var estimation = 0;
        for (var (first, end) = (0, 0); first < n; first = end)
        {
            var within = 0;
            for (end = first; end < n && _keys[end] == _keys[first]; end++)
            {
                within += _order[end] < estimationDays ? 1 : 0;
            }

            var (all, own) = ((first + 1 + end) / 2.0, estimation + ((within + 1) / 2.0));
            for (var i = first; i < end; i++)
            {
                _all[_order[i]] = all;
                _estimation[_order[i]] = own;
            }

            estimation += within;
        }

        (Count, EstimationCount) = (n, estimation);
    }
}
