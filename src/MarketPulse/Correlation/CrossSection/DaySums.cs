using System.Numerics.Tensors;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Sums over events by day, one for each window of a study: most events have every window and go into one shared sum;
/// those that lack a window go into the sums of the windows they have.
/// </summary>
internal sealed class DaySums(int days, int windows)
{
    private readonly double[] _shared = new double[days];
    private readonly int[] _sharedCounts = new int[days];
    private readonly double[]?[] _own = new double[windows][];
    private readonly int[]?[] _ownCounts = new int[windows][];
    private readonly ulong _every = windows == 64 ? ulong.MaxValue : (1UL << windows) - 1;

    public int Days => days;

    /// <summary>Adds an event's values from a day on; NaN adds nothing.</summary>
    /// <param name="has">One bit a window that the event has.</param>
    /// <param name="complete">Whether none of the values is NaN.</param>
    public void Add(ulong has, int first, ReadOnlySpan<double> values, bool complete)
    {
        if (has == _every && complete)
        {
            var sums = _shared.AsSpan(first, values.Length);
            TensorPrimitives.Add(sums, values, sums);
            var counts = _sharedCounts.AsSpan(first, values.Length);
            TensorPrimitives.Add(counts, 1, counts);
            return;
        }

        if (has == _every)
        {
            Add(_shared, _sharedCounts, first, values);
            return;
        }

        for (var w = 0; w < windows; w++)
        {
            if ((has >> w & 1) != 0)
            {
                Add(_own[w] ??= new double[days], _ownCounts[w] ??= new int[days], first, values);
            }
        }
    }

    /// <summary>Writes a window's sums and how many events stand behind each.</summary>
    public void Read(int window, Span<double> sums, Span<int> counts)
    {
        _shared.CopyTo(sums);
        _sharedCounts.CopyTo(counts);
        if (_own[window] is { } own && _ownCounts[window] is { } ownCounts)
        {
            TensorPrimitives.Add(sums, own, sums);
            TensorPrimitives.Add(counts, ownCounts, counts);
        }
    }

    public void Clear()
    {
        Array.Clear(_shared);
        Array.Clear(_sharedCounts);
        for (var w = 0; w < windows; w++)
        {
            Array.Clear(_own[w] ?? []);
            Array.Clear(_ownCounts[w] ?? []);
        }
    }

    private static void Add(double[] sums, int[] counts, int first, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                sums[first + i] += values[i];
                counts[first + i]++;
            }
        }
    }
}
