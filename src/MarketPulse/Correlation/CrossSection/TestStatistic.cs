using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>A test's statistic with its two-sided p; both NaN where the test can't be computed.</summary>
/// <param name="Value">The statistic.</param>
/// <param name="DegreesOfFreedom">Of Student's t; null when the reference distribution is the standard normal.</param>
/// <param name="P">Two-sided.</param>
public readonly record struct TestStatistic(double Value, int? DegreesOfFreedom, double P)
{
    /// <summary>A test that the data can't carry.</summary>
    public static TestStatistic None => new(double.NaN, null, double.NaN);

    /// <summary>A statistic that is standard normal under the null.</summary>
    public static TestStatistic Normal(double z) =>
        double.IsFinite(z) ? new(z, null, StandardNormal.TwoSidedP(z)) : None;

    /// <summary>A statistic that is Student t under the null.</summary>
    public static TestStatistic StudentT(double t, int degreesOfFreedom) =>
        double.IsFinite(t) && degreesOfFreedom >= 1
            ? new(t, degreesOfFreedom, StudentTDistribution.On(degreesOfFreedom).TwoSidedP(t))
            : None;
}
