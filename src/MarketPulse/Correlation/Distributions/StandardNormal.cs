using MathNet.Numerics;

namespace MarketPulse.Correlation.Distributions;

/// <summary>The standard normal distribution's tails.</summary>
public static class StandardNormal
{
    /// <summary>P(|Z| ≥ |z|), accurate far into the tails; NaN for NaN.</summary>
    public static double TwoSidedP(double z) =>
        double.IsNaN(z) ? double.NaN : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
}
