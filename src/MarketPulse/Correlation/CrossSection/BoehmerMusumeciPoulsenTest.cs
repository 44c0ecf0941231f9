namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// The standardized cross-sectional test of Boehmer, Musumeci and Poulsen (1991): mean(SAR)/(s/√n) on n−1 degrees of
/// freedom. The spread comes from the events themselves, so a variance that the event raises doesn't inflate it;
/// the forecast error is inside each SAR.
/// </summary>
public static class BoehmerMusumeciPoulsenTest
{
    /// <param name="standardized">SAR or SCAR of each event.</param>
    public static TestStatistic Of(ReadOnlySpan<double> standardized)
    {
        var moments = SampleMoments.Of(standardized);
        return moments.StandardError > 0
            ? TestStatistic.StudentT(moments.Mean / moments.StandardError, moments.Count - 1)
            : TestStatistic.None;
    }
}
