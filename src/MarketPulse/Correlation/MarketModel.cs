using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation;

/// <summary>
/// The market model r = α + β·m + ε, fitted by ordinary least squares on an estimation window
/// (Sharpe 1963; MacKinlay 1997, eq. 3), with what is needed to say how far a later return lies from it.
/// </summary>
/// <param name="Alpha">Intercept, a return per session.</param>
/// <param name="Beta">Slope on the benchmark's return.</param>
/// <param name="Sigma">Residual standard deviation √(SSR/(T−2)), a return per session.</param>
/// <param name="Sessions">T, the observations used (missing ones left out).</param>
/// <param name="MarketMean">Mean benchmark return over the estimation window.</param>
/// <param name="MarketSumOfSquares">Σ(m−m̄)² over the estimation window.</param>
public sealed record MarketModel(
    double Alpha,
    double Beta,
    double Sigma,
    int Sessions,
    double MarketMean,
    double MarketSumOfSquares
)
{
    /// <summary>T − 2.</summary>
    public int DegreesOfFreedom => Sessions - 2;

    /// <summary>Fits the model on paired returns; a pair with a NaN on either side is left out.</summary>
    /// <returns>The model, or null when fewer than three pairs remain or the benchmark never moved.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static MarketModel? Fit(ReadOnlySpan<double> returns, ReadOnlySpan<double> market)
    {
        if (returns.Length != market.Length)
        {
            throw new ArgumentException(
                "Stock and benchmark returns must cover the same sessions."
            );
        }

        var (n, sumR, sumM) = (0, 0.0, 0.0);
        for (var i = 0; i < returns.Length; i++)
        {
            if (!double.IsNaN(returns[i]) && !double.IsNaN(market[i]))
            {
                n++;
                sumR += returns[i];
                sumM += market[i];
            }
        }

        if (n < 3)
        {
            return null;
        }

        var (meanR, meanM) = (sumR / n, sumM / n);
        var (sxx, sxy) = (0.0, 0.0);
        for (var i = 0; i < returns.Length; i++)
        {
            if (!double.IsNaN(returns[i]) && !double.IsNaN(market[i]))
            {
                sxx += (market[i] - meanM) * (market[i] - meanM);
                sxy += (market[i] - meanM) * (returns[i] - meanR);
            }
        }

        if (sxx <= 0)
        {
            return null;
        }

        var beta = sxy / sxx;
        var alpha = meanR - (beta * meanM);
        var ssr = 0.0;
        for (var i = 0; i < returns.Length; i++)
        {
            if (!double.IsNaN(returns[i]) && !double.IsNaN(market[i]))
            {
                var residual = returns[i] - alpha - (beta * market[i]);
                ssr += residual * residual;
            }
        }

        return new MarketModel(alpha, beta, Math.Sqrt(ssr / (n - 2)), n, meanM, sxx);
    }

    /// <summary>α + β·m: what the benchmark's return alone would have brought.</summary>
    public double ExpectedReturn(double market) => Alpha + (Beta * market);

    /// <summary>
    /// The cumulative abnormal return over a window with its exact forecast variance
    /// σ²[L + L²/T + (Σ(m−m̄))²/Sxx] (Campbell, Lo and MacKinlay 1997, eq. 4.4.11, summed over the window),
    /// t on T−2 degrees of freedom. One session gives the abnormal return.
    /// </summary>
    /// <returns>The result, or null when a session in the window has no return.</returns>
    public AbnormalReturn? Cumulate(ReadOnlySpan<double> returns, ReadOnlySpan<double> market)
    {
        var (sum, deviation) = (0.0, 0.0);
        for (var i = 0; i < returns.Length; i++)
        {
            sum += returns[i] - ExpectedReturn(market[i]);
            deviation += market[i] - MarketMean;
        }

        if (double.IsNaN(sum) || returns.Length == 0)
        {
            return null;
        }

        double length = returns.Length;
        var variance =
            Sigma
            * Sigma
            * (
                length + (length * length / Sessions) + (deviation * deviation / MarketSumOfSquares)
            );
        var standardError = Math.Sqrt(variance);
        var t = standardError > 0 ? sum / standardError : double.NaN;
        var p = double.IsNaN(t)
            ? double.NaN
            : StudentTDistribution.On(DegreesOfFreedom).TwoSidedP(t);
        return new AbnormalReturn(sum, standardError, t, DegreesOfFreedom, p);
    }
}

/// <summary>What is left of a return after the benchmark, and how it compares with ordinary days.</summary>
/// <param name="Value">(Cumulative) abnormal return, a fraction.</param>
/// <param name="StandardError">Of the forecast, estimation error included.</param>
/// <param name="T">Value / StandardError.</param>
/// <param name="DegreesOfFreedom">Of <paramref name="T"/>.</param>
/// <param name="P">Two-sided, Student t.</param>
public sealed record AbnormalReturn(
    double Value,
    double StandardError,
    double T,
    int DegreesOfFreedom,
    double P
);
