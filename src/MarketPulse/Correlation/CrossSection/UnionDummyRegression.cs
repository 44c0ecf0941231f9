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
/// regressors, and its variance that of Σd̃e over (Σd̃²)². Scores are divided by √(1 − d̃²/Σd̃²), the HC2 correction of
/// MacKinnon and White (1985) for the dummy's own leverage: without it few event days give far too small errors.
/// Bartlett weights over ⌊4(T/100)^(2/9)⌋ lags (Newey and West 1994); t on (event sessions − 1) degrees of freedom.
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
        for (var t = 0; t < dummy.Length; t++)
        {
            if (!double.IsNaN(dummy[t]))
            {
                var residual = returns[t] - (coefficient * dummy[t]);
                scores[t] =
                    dummy[t] * residual / Math.Sqrt(Math.Max(1e-9, 1 - (dummy[t] * dummy[t] / dd)));
            }
        }

        var lags = Lags(used);
        var variance = TensorPrimitives.SumOfSquares<double>(scores);
        for (var lag = 1; lag <= lags && lag < scores.Length; lag++)
        {
            var product = TensorPrimitives.Dot<double>(scores.AsSpan(lag), scores.AsSpan(..^lag));
            variance += 2 * (1 - (lag / (lags + 1.0))) * product;
        }

        var error = Math.Sqrt(variance) / dd;
        return new UnionDummyEstimate(
            coefficient,
            error,
            lags,
            sessions,
            used,
            error > 0
                ? TestStatistic.StudentT(coefficient / error, sessions - 1)
                : TestStatistic.None
        );
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
