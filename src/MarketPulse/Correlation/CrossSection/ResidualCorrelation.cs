using System.Numerics.Tensors;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// r̄: the mean, over all pairs of events, of the correlation of their estimation residuals on the calendar sessions that both
/// have. Pairs that share fewer than three sessions count as uncorrelated.
/// </summary>
/// <remarks>
/// With every residual vector centred and scaled to unit length, Σ over pairs = ‖Σz‖² − n: exact where events have the same
/// sessions, and linear in n. Otherwise pairs are taken one by one up to <see cref="PairwiseLimit"/> events; a larger study
/// uses the identity with each event scaled on its own sessions, which weighs a pair by the share of sessions it has in common.
/// </remarks>
internal sealed class ResidualCorrelation(int events, int days, int rows, int windows)
{
    /// <summary>The most events whose pairs are taken one by one.</summary>
    public const int PairwiseLimit = 500;

    private const int FewestSharedSessions = 3;

    private readonly DaySums _sums = new(rows, windows);
    private readonly double[] _kept = new double[Math.Min(events, PairwiseLimit) * days];
    private readonly int[] _starts = new int[Math.Min(events, PairwiseLimit)];
    private readonly ulong[] _has = new ulong[Math.Min(events, PairwiseLimit)];
    private readonly double[] _unit = new double[days];
    private readonly int[] _counts = new int[windows];
    private readonly double[] _pairSums = new double[windows];
    private int _events;
    private int _pairsOf;
    private int _start;
    private bool _sameSessions = true;

    public void Clear()
    {
        _sums.Clear();
        Array.Clear(_counts);
        (_events, _pairsOf, _sameSessions) = (0, 0, true);
    }

    /// <param name="has">One bit a window that the event has.</param>
    /// <param name="row">The calendar row of the first estimation day; may be negative when the window is cut off.</param>
    /// <param name="residuals">By estimation day; NaN where a session wasn't used.</param>
    /// <param name="complete">Whether every session was used.</param>
    public void Add(ulong has, int row, ReadOnlySpan<double> residuals, bool complete)
    {
        var used = complete ? residuals.Length : Known(residuals);
        var sum = complete ? TensorPrimitives.Sum(residuals) : KnownSum(residuals);
        TensorPrimitives.Subtract(residuals, sum / used, _unit);
        var squares = complete
            ? TensorPrimitives.SumOfSquares<double>(_unit)
            : KnownSumOfSquares(_unit);
        TensorPrimitives.Multiply(_unit, 1 / Math.Sqrt(squares), _unit);
        var cut = Math.Max(0, -row);
        _sums.Add(has, row + cut, _unit.AsSpan(cut), complete);
        if (_events < _starts.Length)
        {
            residuals.CopyTo(_kept.AsSpan(_events * days));
            (_starts[_events], _has[_events]) = (row, has);
        }

        for (var w = 0; w < windows; w++)
        {
            _counts[w] += (int)(has >> w & 1);
        }

        _start = _events == 0 ? row : _start;
        _sameSessions &= row == _start && used == days;
        _events++;
    }

    private static int Known(ReadOnlySpan<double> values)
    {
        var known = 0;
        foreach (var value in values)
        {
            known += double.IsNaN(value) ? 0 : 1;
        }

        return known;
    }

    private static double KnownSum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value;
        }

        return sum;
    }

    private static double KnownSumOfSquares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value * value;
        }

        return sum;
    }

    /// <summary>r̄ of the events that have a window; NaN for fewer than two.</summary>
    public double Mean(int window)
    {
        double n = _counts[window];
        if (n < 2)
        {
            return double.NaN;
        }

        return !_sameSessions && _events <= PairwiseLimit
            ? PairSum(window) / (n * (n - 1) / 2)
            : (SquaredLengthOfSum(window) - n) / (n * (n - 1));
    }

    private double SquaredLengthOfSum(int window)
    {
        var sums = new double[rows];
        _sums.Read(window, sums, new int[rows]);
        return TensorPrimitives.SumOfSquares<double>(sums);
    }

    private double PairSum(int window)
    {
        if (_pairsOf != _events)
        {
            SumPairs();
            _pairsOf = _events;
        }

        return _pairSums[window];
    }

    private void SumPairs()
    {
        Array.Clear(_pairSums);
        for (var i = 1; i < _events; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var both = _has[i] & _has[j];
                var correlation = both == 0 ? 0 : Correlation(i, j);
                for (var w = 0; w < windows; w++)
                {
                    _pairSums[w] += (both >> w & 1) != 0 ? correlation : 0;
                }
            }
        }
    }

    private double Correlation(int i, int j)
    {
        var first = Math.Max(_starts[i], _starts[j]);
        var length = Math.Min(_starts[i], _starts[j]) + days - first;
        if (length < FewestSharedSessions)
        {
            return 0;
        }

        var a = _kept.AsSpan((i * days) + first - _starts[i], length);
        var b = _kept.AsSpan((j * days) + first - _starts[j], length);
        var (n, sumA, sumB) = (0, 0.0, 0.0);
        for (var t = 0; t < length; t++)
        {
            if (!double.IsNaN(a[t]) && !double.IsNaN(b[t]))
            {
                n++;
                sumA += a[t];
                sumB += b[t];
            }
        }

        if (n < FewestSharedSessions)
        {
            return 0;
        }

        var (meanA, meanB, aa, bb, ab) = (sumA / n, sumB / n, 0.0, 0.0, 0.0);
        for (var t = 0; t < length; t++)
        {
            if (!double.IsNaN(a[t]) && !double.IsNaN(b[t]))
            {
                aa += (a[t] - meanA) * (a[t] - meanA);
                bb += (b[t] - meanB) * (b[t] - meanB);
                ab += (a[t] - meanA) * (b[t] - meanB);
            }
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
