using System.Numerics.Tensors;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// One regression of a stock's whole series on its model and one dummy that is 1 on every session of any of its events' windows:
/// a session counts once, however many windows cover it. The dummy's coefficient is the average abnormal return per such
/// session (Karafiath 1988), its error is Newey and West's (1987), so neighbouring sessions may be correlated.
/// </summary>
/// <remarks>
/// By Frisch, Waugh and Lovell (1933, 1963) the coefficient is Σd̃r/Σd̃² with d̃ the dummy's residual on the model's other
/// regressors, and its variance that of Σd̃e over (Σd̃²)², with Bartlett weights over ⌊4(T/100)^(2/9)⌋ lags (Newey and West 1994).
/// Events are few, so that estimate alone is far too small and its t far from normal: it is scaled to be unbiased for white
/// noise, and the t has the degrees of freedom that match its variance then (Satterthwaite 1946; Bell and McCaffrey 2002;
/// Imbens and Kolesár 2016). For single days apart that is n−1.
/// </remarks>
public static class UnionDummyRegression
{
    /// <summary>The lag truncation for T sessions.</summary>
    public static int Lags(int sessions) => (int)(4 * Math.Pow(sessions / 100.0, 2.0 / 9));

    /// <param name="model">The model of the expected return.</param>
    /// <param name="returns">The stock's returns over the sessions to be used; NaN where missing.</param>
    /// <param name="factors">The factor columns, the market first, on the same sessions.</param>
    /// <param name="dummy">Whether a session is in any event's window.</param>
    /// <returns>Null when fewer than two event sessions, or not enough others, have returns.</returns>
    public static UnionDummyEstimate? Estimate(
        ExpectedReturnModel model,
        ReadOnlySpan<double> returns,
        ReadOnlySpan<double[]> factors,
        ReadOnlySpan<bool> dummy
    )
    {
        var estimator = new ModelEstimator(model, factors.Length, returns.Length);
        // Where the return or a factor is missing, the dummy is missing too: both are fitted on the same sessions.
        var indicator = new double[returns.Length];
        var sessions = 0;
        for (var t = 0; t < returns.Length; t++)
        {
            var known = !double.IsNaN(returns[t]);
            for (var j = 0; j < Math.Max(1, estimator.Regressors) && known; j++)
            {
                known = estimator.Parameters == 1 || !double.IsNaN(factors[j][t]);
            }

            indicator[t] =
                !known ? double.NaN
                : dummy[t] ? 1
                : 0;
            sessions += known && dummy[t] ? 1 : 0;
        }

        if (sessions < 2 || !estimator.Fit(returns, factors, 0, returns.Length))
        {
            return null;
        }

        var own = estimator.Residuals.ToArray();
        if (model == ExpectedReturnModel.MarketAdjusted)
        {
            return Conclude(indicator, own, sessions, estimator.Sessions);
        }

        return estimator.Fit(indicator, factors, 0, returns.Length)
            ? Conclude(estimator.Residuals, own, sessions, estimator.Sessions)
            : null;
    }

    private static UnionDummyEstimate? Conclude(
        ReadOnlySpan<double> dummy,
        ReadOnlySpan<double> returns,
        int sessions,
        int used
    )
    {
        var (dd, dr) = (0.0, 0.0);
        for (var t = 0; t < dummy.Length; t++)
        {
            if (!double.IsNaN(dummy[t]))
            {
                dd += dummy[t] * dummy[t];
                dr += dummy[t] * returns[t];
            }
        }

        // Without a session outside the windows the intercept takes the whole dummy.
        if (!(dd > 1e-9))
        {
            return null;
        }

        var coefficient = dr / dd;
        var scores = new double[dummy.Length];
        var squares = new double[dummy.Length];
        for (var t = 0; t < dummy.Length; t++)
        {
            if (!double.IsNaN(dummy[t]))
            {
                scores[t] = dummy[t] * (returns[t] - (coefficient * dummy[t]));
                squares[t] = dummy[t] * dummy[t];
            }
        }

        var lags = Lags(used);
        var (share, degrees) = WhiteNoise(squares, lags, dd);
        var variance = BartlettSum(scores, scores, lags) / share;
        var error = Math.Sqrt(variance) / dd;
        return new UnionDummyEstimate(
            coefficient,
            error,
            lags,
            sessions,
            used,
            error > 0 ? TestStatistic.StudentT(coefficient / error, degrees) : TestStatistic.None
        );
    }

    /// <summary>Σₜ Σₛ w(t−s)·aₜ·bₛ, with w falling from 1 to 0 over the lags.</summary>
    private static double BartlettSum(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int lags)
    {
        var sum = TensorPrimitives.Dot(a, b);
        for (var lag = 1; lag <= lags && lag < a.Length; lag++)
        {
            sum +=
                (1 - (lag / (lags + 1.0)))
                * (
                    TensorPrimitives.Dot(a[lag..], b[..^lag])
                    + TensorPrimitives.Dot(a[..^lag], b[lag..])
                );
        }

        return sum;
    }

    /// <summary>
    /// What the variance estimate e'MKMe is for white noise of variance 1, as a share of the true Σd̃², and its degrees of
    /// freedom tr(MKM)²/tr((MKM)²): K = w(t−s)d̃ₜd̃ₛ, M takes the dummy's own fit out.
    /// </summary>
    /// <param name="squares">d̃².</param>
    private static (double Share, int Degrees) WhiteNoise(double[] squares, int lags, double dd)
    {
        // gₜ = Σₛ w(t−s)d̃ₛ², so that Kd̃ = d̃·g; the squared weights give tr(K²).
        var g = squares.ToArray();
        var traceOfSquare = TensorPrimitives.SumOfSquares<double>(squares);
        for (var lag = 1; lag <= lags && lag < squares.Length; lag++)
        {
            var weight = 1 - (lag / (lags + 1.0));
            var (later, earlier) = (squares.AsMemory(lag..), squares.AsMemory(..^lag));
            traceOfSquare +=
                2 * weight * weight * TensorPrimitives.Dot<double>(later.Span, earlier.Span);
            TensorPrimitives.MultiplyAdd(later.Span, weight, g.AsSpan(..^lag), g.AsSpan(..^lag));
            TensorPrimitives.MultiplyAdd(earlier.Span, weight, g.AsSpan(lag..), g.AsSpan(lag..));
        }

        var (own, second) = (0.0, 0.0);
        for (var t = 0; t < squares.Length; t++)
        {
            own += squares[t] * g[t] / dd;
            second += squares[t] * g[t] * g[t] / dd;
        }

        var trace = dd - own;
        var square = traceOfSquare - (2 * second) + (own * own);
        return (trace / dd, Math.Max(1, (int)Math.Floor((trace * trace / square) + 1e-9)));
    }
}

/// <summary>What the union dummy found.</summary>
/// <param name="PerSession">The average abnormal return of a session inside any window.</param>
/// <param name="StandardError">Newey–West.</param>
/// <param name="Lags">Of the Bartlett weights.</param>
/// <param name="EventSessions">Sessions inside any window, each counted once.</param>
/// <param name="Sessions">All sessions of the regression.</param>
/// <param name="Test">t of <paramref name="PerSession"/>.</param>
public sealed record UnionDummyEstimate(
    double PerSession,
    double StandardError,
    int Lags,
    int EventSessions,
    int Sessions,
    TestStatistic Test
);
