using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Correlation.CrossSection;

/// <summary>
/// The (cumulative) average abnormal return with its cross-sectional t: CAAR/(s/√n), s with divisor n−1, n−1 degrees of
/// freedom (Brown and Warner 1980). Lets the variance change with the event;
/// needs events independent of each other.
/// </summary>
/// <param name="Count">n.</param>
/// <param name="Average">AAR or CAAR, a fraction.</param>
/// <param name="StandardDeviation">s of the events' CARs.</param>
/// <param name="T">On n−1 degrees of freedom; NaN when n is 1 or all values are equal.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
public readonly record struct CrossSectionalT(
    int Count,
    double Average,
    double StandardDeviation,
    TestStatistic T,
    double Lower,
    double Upper
)
{
    public static CrossSectionalT Of(ReadOnlySpan<double> abnormalReturns)
    {
        var moments = SampleMoments.Of(abnormalReturns);
        var error = moments.StandardError;
        if (!(error > 0))
        {
            return new(
                moments.Count,
                moments.Mean,
                moments.StandardDeviation,
                TestStatistic.None,
                double.NaN,
                double.NaN
            );
        }

        var degrees = moments.Count - 1;
        var half = error * StudentTDistribution.On(degrees).Quantile(0.975);
        return new(
            moments.Count,
            moments.Mean,
            moments.StandardDeviation,
            TestStatistic.StudentT(moments.Mean / error, degrees),
            moments.Mean - half,
            moments.Mean + half
        );
    }
}
