namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// The generalized rank t test (GRANK-T) of Kolari and Pynnönen (2011): the window counts as one day beside the L₁
/// estimation days, its value being the event's SCAR over the cross-sectional standard deviation of all SCARs; estimation
/// days carry residuals over σ. With U = rank/(T+1) − ½ over T = L₁+1 days, Z = Ū₀/S, S² = mean of (n_t/n)Ū_t² over all
/// T days, and t = Z√((T−2)/(T−1−Z²)) has T−2 degrees of freedom.
/// </summary>
public static class GeneralizedRankTest
{
    /// <param name="deviationSums">ΣU of each estimation day over the events.</param>
    /// <param name="counts">The events that have a residual on that day.</param>
    /// <param name="eventDeviationSum">ΣU₀ over the events.</param>
    /// <param name="count">n.</param>
    public static TestStatistic Of(
        ReadOnlySpan<double> deviationSums,
        ReadOnlySpan<int> counts,
        double eventDeviationSum,
        int count
    )
    {
        if (count < 2)
        {
            return TestStatistic.None;
        }

        var mean = eventDeviationSum / count;
        var (squares, days) = (mean * mean, 1);
        for (var day = 0; day < deviationSums.Length; day++)
        {
            if (counts[day] > 0)
            {
                squares += deviationSums[day] * deviationSums[day] / ((double)counts[day] * count);
                days++;
            }
        }

        var z = mean / Math.Sqrt(squares / days);
        return TestStatistic.StudentT(z * Math.Sqrt((days - 2) / (days - 1 - (z * z))), days - 2);
    }
}
