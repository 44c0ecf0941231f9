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

        var half =
            result.StandardError
            * StudentTDistribution.On(result.DegreesOfFreedom).Quantile(1 - (level / 2));
        return new(result.Value - half, result.Value + half);
    }
}
