using FsCheck.Xunit;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Tests.Correlation.CrossSection;

public class DayRanksTests
{
    private const int EstimationDays = 60;

    [Property(MaxTest = 60)]
    public void Rank_AnyDays_AreMidranks(int seed, byte shape)
    {
        var random = new Random(seed);
        var days = new double[80];
        for (var i = 0; i < days.Length; i++)
        {
            var u = random.NextDouble() - 0.5;
            days[i] = (shape % 5) switch
            {
                0 => u,
                // Ties.
                1 => Math.Round(10 * u),
                // One crowded bucket.
                2 => i == 3 ? 1e12 : u,
                3 => 0,
                _ => random.NextDouble() < 0.1 ? double.NaN : Math.Tan(Math.PI * u),
            };
        }

        var ranks = new DayRanks(days.Length);
        ranks.Rank(days, EstimationDays);

        double[] known = [.. days.Where(d => !double.IsNaN(d))];
        double[] own = [.. days[..EstimationDays].Where(d => !double.IsNaN(d))];
        Assert.Equal(known.Length, ranks.Count);
        Assert.Equal(own.Length, ranks.EstimationCount);
        for (var i = 0; i < days.Length; i++)
        {
            Assert.Equal(Midrank(known, days[i]), ranks.All[i]);
            if (i < EstimationDays)
            {
                Assert.Equal(Midrank(own, days[i]), ranks.Estimation[i]);
            }
        }
    }

    private static double Midrank(double[] values, double value) =>
        double.IsNaN(value)
            ? double.NaN
            : values.Count(v => v < value) + ((values.Count(v => v == value) + 1) / 2.0);
}
