namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// Corrado's (1989) rank test with Corrado and Zivney's (1992) treatment of missing returns: each event's abnormal returns are
/// ranked over its estimation and event days together, U = rank/(1+M) with M the days it has, and a day's deviation is
/// D = Σ(U−½)/√N over the N events that have it. Z = Σ_window D/(√L·S), S = √mean(D²) over all those days
/// (the sum over several days: Cowan 1992; Campbell and Wasley 1993). Without missing returns this is Corrado's statistic.
/// </summary>
public static class CorradoRankTest
{
    /// <param name="deviationSums">Σ(U−½) of each day over the events: estimation days first, then event days.</param>
    /// <param name="counts">The events that have a return on that day.</param>
    /// <param name="first">The window's first day in these spans.</param>
    /// <param name="length">L.</param>
    public static TestStatistic Of(
        ReadOnlySpan<double> deviationSums,
        ReadOnlySpan<int> counts,
        int first,
        int length
    )
    {
        var (squares, days, window) = (0.0, 0, 0.0);
        for (var day = 0; day < deviationSums.Length; day++)
        {
            if (counts[day] > 0)
            {
                var deviation = deviationSums[day] / Math.Sqrt(counts[day]);
                squares += deviation * deviation;
                days++;
                window += day >= first && day < first + length ? deviation : 0;
            }
        }

        return TestStatistic.Normal(window / (Math.Sqrt(length) * Math.Sqrt(squares / days)));
    }
}
