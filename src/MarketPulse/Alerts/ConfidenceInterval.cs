using MarketPulse.Correlation;
using MathNet.Numerics.Distributions;

namespace MarketPulse.Alerts;

/// <summary>The 95 % interval of a result's (cumulative) abnormal return: CAR ± t₀.₉₇₅ × SE, Student t.</summary>
public static class ConfidenceInterval
{
    /// <summary>
    /// Half the interval's width, a fraction. It is also what an abnormal return must exceed to be told from noise at 5 %.
    /// </summary>
    /// <returns>Null where the result has no standard error or no degrees of freedom.</returns>
    public static double? HalfWidth(CorrelationResult result) =>
        result is { StandardError: > 0 and var error, DegreesOfFreedom: > 0 and var degrees }
            ? StudentT.InvCDF(0, 1, degrees, 0.975) * error
            : null;
}
