using FsCheck;
using FsCheck.Xunit;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Tests.Correlation.CrossSection;

/// <summary>The tests that small numbers of events lean on, and which test a reader is sent to.</summary>
public class SmallTestsTests
{
    private static readonly double[] _tiedWithZeros =
    [
        0.3,
        -0.1,
        0.0,
        0.2,
        0.2,
        -0.2,
        0.5,
        0.7,
        0.0,
        -0.4,
    ];

    [Fact]
    public void Wilcoxon_TiesAndZeros_IsNormalWithContinuityCorrection()
    {
        var test = WilcoxonSignedRankTest.Of(_tiedWithZeros);

        Assert.Equal((26, 8, false), (test.W, test.Count, test.IsExact));
        // scipy.stats.wilcoxon(correction=True, mode="approx")
        Close.To(0.29124410656763433, test.P, "p", 1e-12);
    }

    [Property(MaxTest = 50)]
    public void Wilcoxon_AnyValues_RanksTheirSizes(NormalFloat[] values)
    {
        double[] known = [.. values.Select(v => v.Get).Where(v => v != 0)];

        var expected = known
            .Where(v => v > 0)
            .Sum(v =>
                known.Count(o => Math.Abs(o) < v) + ((known.Count(o => Math.Abs(o) == v) + 1) / 2.0)
            );

        Assert.Equal(expected, WilcoxonSignedRankTest.Of(known).W);
    }

    [Fact]
    public void Wilcoxon_WithoutContinuityCorrection_IsTheUncorrectedNormal()
    {
        var test = WilcoxonSignedRankTest.Of(_tiedWithZeros, continuityCorrection: false);

        Close.To(0.2602687827075286, test.P, "p", 1e-12);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Wilcoxon_DistinctValues_AreExactUpToFifty(int count, bool exact)
    {
        var values = Enumerable.Range(1, count).Select(i => i % 3 == 0 ? -i : (double)i).ToArray();

        Assert.Equal(exact, WilcoxonSignedRankTest.Of(values).IsExact);
    }

    [Fact]
    public void ExactTests_FiveEventsAllOneWay_DontReachFivePerCent()
    {
        double[] five = [0.01, 0.02, 0.03, 0.04, 0.05];

        Assert.Equal(0.0625, WilcoxonSignedRankTest.Of(five).P);
        Assert.Equal(0.0625, SignTest.Of(five).P, 1e-15);
        Assert.Equal(0.03125, WilcoxonSignedRankTest.Of([.. five, 0.06]).P);
    }

    [Fact]
    public void Sign_Zeros_DontCount()
    {
        Assert.Equal(
            (3, 4),
            (SignTest.Of([1, 2, 0, 3, -1, 0]).Positive, SignTest.Of([1, 2, 0, 3, -1, 0]).Count)
        );
    }

    [Fact]
    public void Tests_OneEvent_SayNothing()
    {
        Assert.True(double.IsNaN(CrossSectionalT.Of([0.1]).T.P));
        Assert.True(double.IsNaN(BoehmerMusumeciPoulsenTest.Of([1.5]).P));
        Assert.True(double.IsNaN(WilcoxonSignedRankTest.Of([]).P));
        Assert.True(double.IsNaN(SignTest.Of([]).P));
    }

    [Fact]
    public void KolariPynnonen_UncorrelatedEvents_LeavesTheTest()
    {
        var bmp = TestStatistic.StudentT(2.1, 9);

        Assert.Equal(bmp, KolariPynnonenAdjustment.Of(bmp, 10, 0));
        Assert.True(KolariPynnonenAdjustment.Of(bmp, 10, 0.2).Value < bmp.Value);
    }

    [Theory]
    [InlineData(1, 0, 0, TestToRead.EachEvent)]
    [InlineData(5, 0, 0, TestToRead.CrossSectionalT)]
    [InlineData(6, 0, 0, TestToRead.Wilcoxon)]
    [InlineData(13, 0, 0, TestToRead.StandardizedCrossSectional)]
    [InlineData(13, 0, 1, TestToRead.KolariPynnonen)]
    [InlineData(13, 1, 1, TestToRead.UnionDummy)]
    public void Reading_ByDesign_NamesTheTest(
        int count,
        long overlaps,
        long shared,
        TestToRead expected
    ) => Assert.Equal(expected, TestReading.Of(count, overlaps, shared).Test);

    [Fact]
    public void BenjaminiHochberg_MissingP_DoesNotCount()
    {
        Assert.Equal([0.02, double.NaN, 0.03], BenjaminiHochberg.Adjust([0.01, double.NaN, 0.03]));
    }
}
