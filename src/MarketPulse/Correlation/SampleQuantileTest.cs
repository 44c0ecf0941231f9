using System.Runtime.Intrinsics;

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

        var (size, further, i) = (Math.Abs(abnormalReturn), 0.0, 0);
        var limit = Vector512.Create(size);
        var counts = Vector512<long>.Zero;
        for (; i <= residuals.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            // A comparison that holds is −1 in every bit.
            counts -= Vector512
                .GreaterThanOrEqual(Vector512.Abs(Vector512.Create(residuals[i..])), limit)
                .AsInt64();
        }

        for (; i < residuals.Length; i++)
        {
            further += Math.Abs(residuals[i]) >= size ? 1 : 0;
        }

        further += Vector512.Sum(counts);
        return (1.0 + further) / (residuals.Length + 1);
    }
}
