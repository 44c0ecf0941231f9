using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation;

/// <summary>
/// The effect that a two-sided test at a level would find with a given power: (t₁₋α/₂ + t_power)·SE (Bloom 1995).
/// Beside a result that isn't significant it says how large a move would have gone unseen.
/// </summary>
public static class MinimumDetectableEffect
{
    /// <param name="standardError">Of the estimate, above 0.</param>
    /// <param name="degreesOfFreedom">Of its t, at least 1.</param>
    /// <returns>In the estimate's own unit, positive.</returns>
    public static double Of(
        double standardError,
        int degreesOfFreedom,
        double level = 0.05,
        double power = 0.8
    )
    {
        var t = StudentTDistribution.On(degreesOfFreedom);
        return standardError * (t.Quantile(1 - (level / 2)) + t.Quantile(power));
    }
}
