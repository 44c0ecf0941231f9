namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Cowan's (1992) generalized sign test: Z = (w − n·p̂)/√(n·p̂(1−p̂)), w the events with a CAR above 0 and p̂ the share of
/// estimation-window residuals above 0, pooled over the events. Unlike the plain sign test it doesn't take the median for 0.
/// </summary>
public static class GeneralizedSignTest
{
    /// <param name="positive">w: events strictly above 0.</param>
    /// <param name="count">n.</param>
    /// <param name="positiveResiduals">Estimation residuals strictly above 0, all events together.</param>
    /// <param name="residuals">Estimation residuals, all events together.</param>
    public static TestStatistic Of(int positive, int count, long positiveResiduals, long residuals)
    {
        if (count == 0 || residuals == 0)
        {
            return TestStatistic.None;
        }

        var share = (double)positiveResiduals / residuals;
        return TestStatistic.Normal(
            (positive - (count * share)) / Math.Sqrt(count * share * (1 - share))
        );
    }
}
