using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation.ExpectedReturns;

/// <summary>A CAR with its exact t, as a value; the p is computed when it is asked for.</summary>
/// <param name="Value">CAR, a fraction.</param>
/// <param name="StandardError">Of the forecast, estimation error included.</param>
/// <param name="T">Value / StandardError; NaN where the error is 0.</param>
/// <param name="DegreesOfFreedom">T − 2; 0 where nothing could be computed.</param>
public readonly record struct CumulativeAbnormalReturn(
    double Value,
    double StandardError,
    double T,
    int DegreesOfFreedom
)
{
    /// <summary>A CAR that the data don't give.</summary>
    public static CumulativeAbnormalReturn None => new(double.NaN, double.NaN, double.NaN, 0);

    /// <summary>Two-sided, Student t.</summary>
    public double P =>
        DegreesOfFreedom < 1 ? double.NaN : StudentTDistribution.On(DegreesOfFreedom).TwoSidedP(T);
}
