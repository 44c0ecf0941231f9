namespace MarketPulse.Correlation;

/// <summary>
/// The sample-quantile test of one firm's one-day abnormal return (Gelbach, Helland and Klick 2013): where |AR₀| stands among
/// the estimation residuals themselves, p = (1 + #{|eₜ| ≥ |AR₀|})/(T+1). It needs no normal returns, and can't go below 1/(T+1).
/// </summary>
public static class SampleQuantileTest
{
    /// <param name="residuals">The T used estimation residuals, none NaN.</param>
    /// <param name="abnormalReturn">AR₀; NaN gives NaN.</param>
    public static double P(ReadOnlySpan<double> residuals, double abnormalReturn)
    {
        if (double.IsNaN(abnormalReturn))
        {
            return double.NaN;
        }

        var (size, further) = (Math.Abs(abnormalReturn), 0);
        foreach (var residual in residuals)
        {
            further += Math.Abs(residual) >= size ? 1 : 0;
        }

        return (1.0 + further) / (residuals.Length + 1);
    }
}
