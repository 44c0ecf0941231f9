namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Patell's (1976) test on standardized abnormal returns: Z = ΣSAR/√ΣQ with Q = (T−k)/(T−k−2), the variance of a Student t.
/// For a window, SAR is the CAR over its own forecast standard error. Assumes events independent of each other and a
/// variance that the event doesn't raise.
/// </summary>
public static class PatellTest
{
    /// <param name="standardized">SAR or SCAR of each event.</param>
    /// <param name="degreesOfFreedom">T−k of each event, above 2.</param>
    public static TestStatistic Of(
        ReadOnlySpan<double> standardized,
        ReadOnlySpan<int> degreesOfFreedom
    )
    {
        var (sum, variance) = (0.0, 0.0);
        for (var i = 0; i < standardized.Length; i++)
        {
            if (degreesOfFreedom[i] <= 2)
            {
                return TestStatistic.None;
            }

            sum += standardized[i];
            variance += (double)degreesOfFreedom[i] / (degreesOfFreedom[i] - 2);
        }

        return TestStatistic.Normal(sum / Math.Sqrt(variance));
    }
}
