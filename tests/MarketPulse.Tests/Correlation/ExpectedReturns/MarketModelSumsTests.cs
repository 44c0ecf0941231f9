using FsCheck.Xunit;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Tests.Correlation.ExpectedReturns;

/// <summary>The running sums against the textbook model, to 1e-10 of the standard error.</summary>
public class MarketModelSumsTests
{
    private static readonly EstimationWindow _estimation = new(-130, -11);
    private static readonly EventWindow _window = new(-5, 5);

    [Property(MaxTest = 40)]
    public void Measure_AnyReturns_AgreesWithTheTextbook(int seed) =>
        AssertTextbook(new SyntheticReturns(seed, 1, 700, missing: 0.01));

    [Fact]
    public void Measure_LongSeriesFarFromZero_AgreesWithTheTextbook()
    {
        var data = new SyntheticReturns(5, 1, 20_000);
        for (var i = 0; i < data.Market.Length; i++)
        {
            data.Market[i] += 3;
            data.Firms[0][i] += 7;
        }

        AssertTextbook(data, every: 97);
    }

    [Fact]
    public void Measure_EnormousReturnBeforeTheWindow_AgreesWithTheTextbook()
    {
        var data = new SyntheticReturns(6, 1, 700);
        data.Firms[0][3] = 1e9;
        data.Market[4] = -1e7;

        AssertTextbook(data);
    }

    [Fact]
    public void Measure_AlmostExactFit_AgreesWithTheTextbook()
    {
        var data = new SyntheticReturns(7, 1, 700);
        for (var i = 0; i < data.Market.Length; i++)
        {
            data.Firms[0][i] = (2 * data.Market[i]) + (1e-7 * data.Firms[0][i]);
        }

        // What is left is 1e-7 of the returns, so their own rounding is the limit.
        AssertTextbook(data, tolerance: 1e-7);
    }

    [Fact]
    public void Measure_AfterLoadingAnotherStock_KnowsNothingOfTheFirst()
    {
        var (first, second) = (new SyntheticReturns(8, 1, 700), new SyntheticReturns(9, 1, 400));
        var sums = new MarketModelSums(700);
        sums.Load(first.Firms[0], first.Market);
        sums.Load(second.Firms[0], second.Market);

        AssertTextbook(second, sums, 300);
        Assert.Equal(CumulativeAbnormalReturn.None, sums.Measure(500, _estimation, _window));
    }

    [Fact]
    public void Measure_WindowBeyondTheSeries_GivesNothing()
    {
        var data = new SyntheticReturns(10, 1, 300);
        var sums = new MarketModelSums(300);
        sums.Load(data.Firms[0], data.Market);

        Assert.Equal(CumulativeAbnormalReturn.None, sums.Measure(296, _estimation, _window));
        Assert.Equal(CumulativeAbnormalReturn.None, sums.Measure(8, _estimation, _window));
        Assert.True(double.IsFinite(sums.Measure(294, _estimation, _window).T));
    }

    [Fact]
    public void Measure_MissingDayInTheWindow_GivesNothing()
    {
        var data = new SyntheticReturns(11, 1, 300);
        data.Market[203] = double.NaN;
        var sums = new MarketModelSums(300);
        sums.Load(data.Firms[0], data.Market);

        Assert.Equal(CumulativeAbnormalReturn.None, sums.Measure(200, _estimation, _window));
    }

    [Fact]
    public void Load_SeriesOfOtherLengths_IsRefused()
    {
        var sums = new MarketModelSums(10);

        Assert.Throws<ArgumentException>(() => sums.Load(new double[5], new double[6]));
        Assert.Throws<ArgumentException>(() => sums.Load(new double[11], new double[11]));
    }

    [Fact]
    public void LoadAndMeasure_AfterTheFirst_AllocateNothing()
    {
        var data = new SyntheticReturns(12, 1, 700);
        var sums = new MarketModelSums(700);
        double Work()
        {
            sums.Load(data.Firms[0], data.Market);
            var total = 0.0;
            for (var row = 200; row < 600; row++)
            {
                total += sums.Measure(row, _estimation, _window).P;
            }

            return total;
        }

        Work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var total = Work();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(total));
    }

    private static void AssertTextbook(
        SyntheticReturns data,
        int every = 7,
        double tolerance = 1e-10
    )
    {
        var sums = new MarketModelSums(data.Market.Length);
        sums.Load(data.Firms[0], data.Market);
        for (var row = 140; row < data.Market.Length - 6; row += every)
        {
            AssertTextbook(data, sums, row, tolerance);
        }
    }

    private static void AssertTextbook(
        SyntheticReturns data,
        MarketModelSums sums,
        int row,
        double tolerance = 1e-10
    )
    {
        var expected = MarketModel
            .Fit(
                data.Firms[0].AsSpan(row + _estimation.From, _estimation.Length),
                data.Market.AsSpan(row + _estimation.From, _estimation.Length)
            )!
            .Cumulate(
                data.Firms[0].AsSpan(row + _window.From, _window.Length),
                data.Market.AsSpan(row + _window.From, _window.Length)
            );
        var measured = sums.Measure(row, _estimation, _window);
        if (expected is null)
        {
            Assert.Equal(CumulativeAbnormalReturn.None, measured);
            return;
        }

        Close.To(expected.Value, measured.Value, $"CAR {row}", tolerance, expected.StandardError);
        Close.To(expected.StandardError, measured.StandardError, $"SE {row}", tolerance);
        Close.To(expected.T, measured.T, $"t {row}", tolerance, 1);
        Close.To(expected.P, measured.P, $"p {row}", 100 * tolerance, 1e-12);
        Assert.Equal(expected.DegreesOfFreedom, measured.DegreesOfFreedom);
    }
}
