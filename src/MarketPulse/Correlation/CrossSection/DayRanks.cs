using System.Numerics;
using System.Numerics.Tensors;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>Ranks of one event's days, made again and again in the same buffers.</summary>
/// <remarks>
/// Days are spread over buckets by z/(1+|z|), which fills them about evenly for anything that looks like returns, and put in
/// order by insertion: several times faster than a general sort. Where one bucket is crowded all the same, the general
/// sort is used.
/// </remarks>
internal sealed class DayRanks(int days)
{
    private const int Buckets = 256;
    private const int Crowded = 24;

    // Adding 2⁵² leaves a small number's nearest integer in the low bits.
    private const double IntegerBits = 4503599627370496;

    private readonly double[] _values = new double[days];
    private readonly int[] _days = new int[days];
    private readonly int[] _everyDay = [.. Enumerable.Range(0, days)];
    private readonly double[] _spread = new double[days];
    private readonly int[] _ends = new int[Buckets];
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
        var n = Gather(values);
        if (n < values.Length)
        {
            Array.Fill(_all, double.NaN);
            Array.Fill(_estimation, double.NaN);
        }

        if (!Spread(n))
        {
            _values.AsSpan(0, n).CopyTo(_keys);
            _days.AsSpan(0, n).CopyTo(_order);
            Array.Sort(_keys, _order, 0, n);
        }

        if (Insert(n))
        {
            AssignRanks(n, estimationDays);
        }
        else
        {
            AssignMidranks(n, estimationDays);
        }
    }

    private int Gather(ReadOnlySpan<double> values)
    {
        if (!double.IsNaN(TensorPrimitives.Sum(values)))
        {
            values.CopyTo(_values);
            _everyDay.AsSpan().CopyTo(_days);
            return values.Length;
        }

        var n = 0;
        for (var day = 0; day < values.Length; day++)
        {
            _values[n] = values[day];
            _days[n] = day;
            n += double.IsNaN(values[day]) ? 0 : 1;
        }

        return n;
    }

    /// <summary>Writes keys and days bucket by bucket; false when a bucket is crowded or sizes can't be compared.</summary>
    private bool Spread(int n)
    {
        var values = _values.AsSpan(0, n);
        var scale = 1 / Math.Sqrt(TensorPrimitives.SumOfSquares<double>(values) / n);
        if (!(scale > 0) || !double.IsFinite(scale))
        {
            return false;
        }

        FindBuckets(values, scale);
        Array.Clear(_ends);
        var spread = _spread.AsSpan(0, n);
        foreach (var bucket in spread)
        {
            _ends[(int)BitConverter.DoubleToInt64Bits(bucket) & (Buckets - 1)]++;
        }

        var (end, most) = (0, 0);
        foreach (ref var bucket in _ends.AsSpan())
        {
            most = Math.Max(most, bucket);
            end += bucket;
            bucket = end;
        }

        if (most > Crowded)
        {
            return false;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var at = --_ends[(int)BitConverter.DoubleToInt64Bits(spread[i]) & (Buckets - 1)];
            (_keys[at], _order[at]) = (values[i], _days[i]);
        }

        return true;
    }

    private void FindBuckets(ReadOnlySpan<double> values, double scale)
    {
        const double half = (Buckets - 1) / 2.0;
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var z = new Vector<double>(values[i..]) * scale;
            var u = z / (Vector<double>.One + Vector.Abs(z));
            (((u + Vector<double>.One) * half) + new Vector<double>(IntegerBits)).CopyTo(
                _spread,
                i
            );
        }

        for (; i < values.Length; i++)
        {
            var z = values[i] * scale;
            _spread[i] = (((z / (1 + Math.Abs(z))) + 1) * half) + IntegerBits;
        }
    }

    /// <summary>Puts the keys in order; false when two of them are equal.</summary>
    private bool Insert(int n)
    {
        var keys = _keys.AsSpan(0, n);
        var order = _order.AsSpan(0, n);
        var distinct = true;
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, at) = (keys[i], i);
            if (keys[i - 1] > key)
            {
                var day = order[i];
                do
                {
                    keys[at] = keys[at - 1];
                    order[at] = order[at - 1];
                    at--;
                } while (at > 0 && keys[at - 1] > key);

                (keys[at], order[at]) = (key, day);
            }

            distinct &= at == 0 || keys[at - 1] != key;
        }

        return distinct;
    }

    private void AssignRanks(int n, int estimationDays)
    {
        var (estimation, rank) = (0.0, 0.0);
        foreach (var day in _order.AsSpan(0, n))
        {
            _all[day] = ++rank;
            estimation += day < estimationDays ? 1 : 0;
            _estimation[day] = estimation;
        }

        (Count, EstimationCount) = (n, (int)estimation);
    }

    private void AssignMidranks(int n, int estimationDays)
    {
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
