using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation;

/// <summary>A two-sided interval around an abnormal return, both ends in the return's unit.</summary>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>Value ± t₁₋α/₂·SE; NaN ends when the result has no standard error.</summary>
    public static ConfidenceInterval Of(AbnormalReturn result, double level = 0.05)
    {
        if (double.IsNaN(result.StandardError) || result.DegreesOfFreedom < 1)
        {
            return new(double.NaN, double.NaN);
        }

        var half = HalfWidth(result.StandardError, result.DegreesOfFreedom, level);
        return new(result.Value - half, result.Value + half);
    }

    /// <summary>
    /// Half the 95 % interval's width around a stored result, a fraction. It is also what an abnormal return must exceed to
    /// be told from noise at 5 %.
    /// </summary>
    /// <returns>Null where the result has no standard error or no degrees of freedom.</returns>
    public static double? HalfWidth(CorrelationResult result) =>
        result is { StandardError: > 0 and var error, DegreesOfFreedom: > 0 and var degrees }
            ? HalfWidth(error, degrees, 0.05)
            : null;

    private static double HalfWidth(double standardError, int degreesOfFreedom, double level) =>
        standardError * StudentTDistribution.On(degreesOfFreedom).Quantile(1 - (level / 2));
}
