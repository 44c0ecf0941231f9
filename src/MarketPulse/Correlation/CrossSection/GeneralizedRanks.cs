using System.Runtime.Intrinsics;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>What the generalized rank test needs of each event, summed up window by window in two passes.</summary>
internal sealed class GeneralizedRanks(int estimationDays, int windows)
{
    private readonly DaySums _sums = new(estimationDays, windows);
    private readonly double[][] _above =
    [
        .. Enumerable.Range(0, windows).Select(_ => new double[estimationDays]),
    ];
    private readonly double[] _eventSums = new double[windows];
    private readonly double[] _scale = new double[windows];

    public void Clear()
    {
        _sums.Clear();
        Array.ForEach(_above, Array.Clear);
        Array.Clear(_eventSums);
    }

    /// <summary>First pass: an event's U of its estimation days, ranked among themselves.</summary>
    public void Add(ulong has, ReadOnlySpan<double> deviations, bool complete) =>
        _sums.Add(has, 0, deviations, complete);

    /// <summary>Between the passes: the standard deviation of a window's SCARs.</summary>
    public void Scale(int window, double deviation) => _scale[window] = deviation;

    /// <summary>Second pass: where an event's SCAR stands among its own residuals, each of which it pushes up or not.</summary>
    /// <param name="standardized">Residuals over σ; NaN where a session wasn't used.</param>
    /// <param name="used">T.</param>
    public void Compare(int window, double scar, ReadOnlySpan<double> standardized, int used)
    {
        var unit = 1.0 / (used + 2);
        var above = CountAbove(standardized, scar / _scale[window], unit, _above[window]);
        _eventSums[window] += ((1 + used - above) * unit) - 0.5;
    }

    public TestStatistic Test(int window, int count)
    {
        var sums = new double[estimationDays];
        var counts = new int[estimationDays];
        _sums.Read(window, sums, counts);
        for (var day = 0; day < estimationDays; day++)
        {
            sums[day] += _above[window][day];
        }

        return GeneralizedRankTest.Of(sums, counts, _eventSums[window], count);
    }

    /// <summary>Adds a unit to every day above the value (half for an equal one) and counts those days.</summary>
    private static double CountAbove(
        ReadOnlySpan<double> days,
        double value,
        double unit,
        Span<double> into
    )
    {
        var (count, i) = (0.0, 0);
        var (limit, half) = (Vector512.Create(value), Vector512.Create(unit / 2));
        var halves = Vector512<long>.Zero;
        for (; i <= days.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var day = Vector512.Create(days[i..]);
            var over = Vector512.GreaterThan(day, limit);
            var notUnder = Vector512.GreaterThanOrEqual(day, limit);
            // A comparison that holds is −1 in every bit: an equal day counts half.
            halves -= over.AsInt64() + notUnder.AsInt64();
            var sum = Vector512.Create((ReadOnlySpan<double>)into[i..]);
            (sum + (over & half) + (notUnder & half)).CopyTo(into[i..]);
        }

        for (; i < days.Length; i++)
        {
            var over = (days[i] > value ? 0.5 : 0) + (days[i] >= value ? 0.5 : 0);
            count += over;
            into[i] += over * unit;
        }

        return count + (Vector512.Sum(halves) / 2.0);
    }
}
