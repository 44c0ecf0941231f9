using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.Distributions;

namespace MarketPulse.Tests.Correlation.Distributions;

/// <summary>Tails and quantiles against R, far into the tails.</summary>
public class DistributionReferenceTests
{
    [Fact]
    public void StudentT_TwoSidedP_AgreesWithReference()
    {
        var file = ReferenceFile.Read("student_t_two_sided.csv");
        foreach (var row in file.Rows)
        {
            var p = StudentTDistribution
                .On((int)file.Number(row, "df"))
                .TwoSidedP(-file.Number(row, "q"));
            Close.To(file.Number(row, "two_sided_p"), p, $"t {row[0]} on {row[1]}");
        }
    }

    [Fact]
    public void StudentT_WhereSeriesAndFractionMeet_IsContinuous()
    {
        foreach (var degrees in (int[])[1, 2, 5, 30, 118, 248, 1000])
        {
            var t = StudentTDistribution.On(degrees);
            for (var q = 0.005; q < 4; q += 0.01)
            {
                var expected = MathNet.Numerics.SpecialFunctions.BetaRegularized(
                    degrees / 2.0,
                    0.5,
                    degrees / (degrees + (q * q))
                );
                Close.To(expected, t.TwoSidedP(q), $"t {q} on {degrees}", 1e-10);
            }
        }
    }

    [Fact]
    public void StudentT_ManyAtOnce_AgreesWithOneByOne()
    {
        foreach (var degrees in (int[])[1, 4, 30, 248, 5000])
        {
            var t = StudentTDistribution.On(degrees);
            double[] values =
            [
                .. Enumerable.Range(0, 45).Select(i => (i % 2 == 0 ? -1 : 1) * i * 0.07),
                double.NaN,
                12,
                double.PositiveInfinity,
                0,
            ];
            var p = new double[values.Length];
            t.TwoSidedP(values, p);
            for (var i = 0; i < values.Length; i++)
            {
                Close.To(t.TwoSidedP(values[i]), p[i], $"t {values[i]} on {degrees}", 1e-12);
            }
        }
    }

    [Fact]
    public void StudentT_Quantile_AgreesWithReference()
    {
        var file = ReferenceFile.Read("student_t_quantile.csv");
        foreach (var row in file.Rows)
        {
            var q = StudentTDistribution
                .On((int)file.Number(row, "df"))
                .Quantile(file.Number(row, "p"));
            Close.To(file.Number(row, "q"), q, $"quantile {row[0]} on {row[1]}", 1e-12);
        }
    }

    [Fact]
    public void StudentT_LowerQuantile_MirrorsUpper()
    {
        var t = StudentTDistribution.On(7);
        Close.To(-t.Quantile(0.975), t.Quantile(0.025), "2.5 % quantile", 1e-13);
    }

    [Fact]
    public void StandardNormal_TwoSidedP_AgreesWithReference()
    {
        var file = ReferenceFile.Read("normal_two_sided.csv");
        foreach (var row in file.Rows)
        {
            var p = StandardNormal.TwoSidedP(file.Number(row, "q"));
            Close.To(file.Number(row, "p"), p, $"z {row[0]}", 1e-12);
        }
    }

    [Fact]
    public void SignedRank_Cumulative_AgreesWithReference()
    {
        var file = ReferenceFile.Read("signrank_exact_cdf.csv");
        foreach (var row in file.Rows)
        {
            var cdf = SignedRankDistribution
                .Of((int)file.Number(row, "n"))
                .Cumulative((int)file.Number(row, "W"));
            Close.To(file.Number(row, "cdf"), cdf, $"W {row[1]} of {row[0]}", 1e-13);
        }
    }

    [Theory]
    [InlineData("padjust_BH1995_example.csv")]
    [InlineData("padjust_ties_NA.csv")]
    public void BenjaminiHochberg_Example_AgreesWithReference(string name)
    {
        var file = ReferenceFile.Read(name);
        var adjusted = BenjaminiHochberg.Adjust(
            file.Rows.Select(row => file.Number(row, "p")).ToArray()
        );
        for (var i = 0; i < adjusted.Length; i++)
        {
            Close.To(file.Number(file.Rows[i], "BH"), adjusted[i], $"{name} {i}", 1e-12);
        }
    }
}
