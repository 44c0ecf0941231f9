namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Kolari and Pynnönen's (2010) adjustment of the BMP test for events that share calendar days:
/// t·√((1−r̄)/(1+(n−1)r̄)), r̄ the mean correlation between two events' estimation residuals on the same sessions.
/// </summary>
public static class KolariPynnonenAdjustment
{
    /// <param name="bmp">The unadjusted test.</param>
    /// <param name="count">n, at least 2.</param>
    /// <param name="meanCorrelation">r̄, above −1/(n−1) and below 1.</param>
    public static TestStatistic Of(TestStatistic bmp, int count, double meanCorrelation)
    {
        var inflation = 1 + ((count - 1) * meanCorrelation);
        return inflation > 0 && meanCorrelation < 1
            ? TestStatistic.StudentT(
                bmp.Value * Math.Sqrt((1 - meanCorrelation) / inflation),
                count - 1
            )
            : TestStatistic.None;
    }
}
