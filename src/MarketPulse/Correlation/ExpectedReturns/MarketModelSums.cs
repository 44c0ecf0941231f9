namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>
/// The market model's CAR and its exact t for many events of one stock, each in a fixed number of steps however long its
/// windows: running sums of r, m, r², m² and rm are made once, and a window's sums are differences of two of them.
/// Nothing is allocated after the constructor. Not for two threads at once.
/// </summary>
/// <remarks>
/// The figures are those of <see cref="MarketModel"/>, to 1e-10 of the standard error. Series are centred first, running
/// sums are added up in blocks with a compensated total (Kahan 1965; Neumaier 1974), and where a difference of two of them
/// would still have lost too many digits (an enormous return before the window, an almost exact fit) the event is
/// computed session by session instead.
/// </remarks>
public sealed class MarketModelSums
{
    private const int Block = 64;

    // The share of SSR and of Sxx that rounding in the running sums may reach; t then keeps eleven digits.
    private const double Tolerated = 1e-12;

    private readonly RunningSum[] _sums;
    private readonly double[] _returns;
    private readonly double[] _market;
    private int _rows;

    /// <param name="capacity">The longest series that will be loaded, in sessions.</param>
    public MarketModelSums(int capacity)
    {
        _sums = new RunningSum[capacity + 1];
        _returns = new double[capacity];
        _market = new double[capacity];
    }

    /// <summary>Takes a stock's and its market's returns, replacing those before; NaN where missing.</summary>
    /// <exception cref="ArgumentException">The series differ in length or are longer than the capacity.</exception>
    public void Load(ReadOnlySpan<double> returns, ReadOnlySpan<double> market)
    {
        if (returns.Length != market.Length || returns.Length > _returns.Length)
        {
            throw new ArgumentException(
                $"Both series must have the same length, at most {_returns.Length}."
            );
        }

        _rows = returns.Length;
        Centre(returns, market);
        var total = default(RunningSum);
        var lost = default(RunningSum);
        _sums[0] = total;
        for (var start = 0; start < _rows; start += Block)
        {
            var local = default(RunningSum);
            var end = Math.Min(start + Block, _rows);
            for (var i = start; i < end; i++)
            {
                var (r, m) = (_returns[i], _market[i]);
                if (!double.IsNaN(r))
                {
                    local = new(
                        local.R + r,
                        local.M + m,
                        local.RR + (r * r),
                        local.MM + (m * m),
                        local.RM + (r * m),
                        local.N + 1
                    );
                }

                _sums[i + 1] = total + local;
            }

            // Kahan's step on each sum: what the total's last digit can't hold is carried into the next block.
            var add = local - lost;
            var sum = total + add;
            lost = sum - total - add;
            total = sum;
        }
    }

    /// <summary>The CAR over a window, without its p.</summary>
    /// <param name="row">τ = 0, an index into the series.</param>
    /// <returns>NaN figures where a session of the window has no return, or the model can't be fitted.</returns>
    public CumulativeAbnormalReturn Measure(
        int row,
        EstimationWindow estimation,
        EventWindow window
    )
    {
        var (first, end) = (
            Math.Max(0, row + estimation.From),
            Math.Min(_rows, row + estimation.To + 1)
        );
        var (from, to) = (row + window.From, row + window.To + 1);
        if (first >= end || from < 0 || to > _rows)
        {
            return CumulativeAbnormalReturn.None;
        }

        ref readonly var last = ref _sums[end];
        var fit = last - _sums[first];
        var over = _sums[to] - _sums[from];
        double length = window.Length;
        if (over.N != length || fit.N < 3)
        {
            return CumulativeAbnormalReturn.None;
        }

        var (meanR, meanM) = (fit.R / fit.N, fit.M / fit.N);
        var sxx = fit.MM - (fit.M * meanM);
        var sxy = fit.RM - (fit.M * meanR);
        var slope = sxy / sxx;
        var ssr = fit.RR - (fit.R * meanR) - (slope * sxy);
        // Each running sum is right to half a unit in its last place.
        const double unit = 2.3e-16;
        if (
            !(last.MM * unit <= Tolerated * sxx)
            || !((last.RR + (slope * slope * last.MM)) * 2 * unit <= Tolerated * ssr)
        )
        {
            return SessionBySession(first, end, from, to);
        }

        var deviation = over.M - (length * meanM);
        return Conclude(
            over.R - (length * meanR) - (slope * deviation),
            ssr,
            length + (length * length / fit.N) + (deviation * deviation / sxx),
            (int)fit.N
        );
    }

    private static CumulativeAbnormalReturn Conclude(
        double car,
        double ssr,
        double factor,
        int sessions
    )
    {
        var error = Math.Sqrt(ssr / (sessions - 2) * factor);
        return new(car, error, error > 0 ? car / error : double.NaN, sessions - 2);
    }

    /// <summary>Copies both series less a typical value of each, which a mean with an enormous return in it wouldn't be.</summary>
    private void Centre(ReadOnlySpan<double> returns, ReadOnlySpan<double> market)
    {
        var (centreR, centreM) = (Typical(returns), Typical(market));
        for (var i = 0; i < returns.Length; i++)
        {
            _returns[i] = returns[i] - centreR;
            _market[i] = market[i] - centreM;
            // A pair with one side missing is missing on both.
            if (double.IsNaN(_returns[i] + _market[i]))
            {
                _returns[i] = _market[i] = double.NaN;
            }
        }
    }

    /// <summary>The median of up to nine values spread over the series.</summary>
    private static double Typical(ReadOnlySpan<double> values)
    {
        Span<double> sample = stackalloc double[9];
        var n = 0;
        for (var part = 0; part < sample.Length; part++)
        {
            var (i, end) = (
                part * values.Length / sample.Length,
                (part + 1) * values.Length / sample.Length
            );
            while (i < end && double.IsNaN(values[i]))
            {
                i++;
            }

            if (i < end)
            {
                sample[n++] = values[i];
            }
        }

        sample[..n].Sort();
        return n == 0 ? 0 : sample[n / 2];
    }

    private CumulativeAbnormalReturn SessionBySession(int first, int end, int from, int to)
    {
        var (n, sumR, sumM) = (0, 0.0, 0.0);
        for (var i = first; i < end; i++)
        {
            if (!double.IsNaN(_returns[i]))
            {
                n++;
                sumR += _returns[i];
                sumM += _market[i];
            }
        }

        var (meanR, meanM, sxx, sxy) = (sumR / n, sumM / n, 0.0, 0.0);
        for (var i = first; i < end; i++)
        {
            if (!double.IsNaN(_returns[i]))
            {
                sxx += (_market[i] - meanM) * (_market[i] - meanM);
                sxy += (_market[i] - meanM) * (_returns[i] - meanR);
            }
        }

        if (!(sxx > 0))
        {
            return CumulativeAbnormalReturn.None;
        }

        var (slope, ssr) = (sxy / sxx, 0.0);
        for (var i = first; i < end; i++)
        {
            if (!double.IsNaN(_returns[i]))
            {
                var residual = _returns[i] - meanR - (slope * (_market[i] - meanM));
                ssr += residual * residual;
            }
        }

        var (car, deviation, length) = (0.0, 0.0, (double)(to - from));
        for (var i = from; i < to; i++)
        {
            car += _returns[i] - meanR - (slope * (_market[i] - meanM));
            deviation += _market[i] - meanM;
        }

        return Conclude(
            car,
            ssr,
            length + (length * length / n) + (deviation * deviation / sxx),
            n
        );
    }

    private readonly record struct RunningSum(
        double R,
        double M,
        double RR,
        double MM,
        double RM,
        double N
    )
    {
        public static RunningSum operator +(in RunningSum a, in RunningSum b) =>
            new(a.R + b.R, a.M + b.M, a.RR + b.RR, a.MM + b.MM, a.RM + b.RM, a.N + b.N);

        public static RunningSum operator -(in RunningSum a, in RunningSum b) =>
            new(a.R - b.R, a.M - b.M, a.RR - b.RR, a.MM - b.MM, a.RM - b.RM, a.N - b.N);
    }
}
