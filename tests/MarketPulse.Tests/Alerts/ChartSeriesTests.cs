using MarketPulse.Alerts;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Alerts;

public class ChartSeriesTests
{
    [Fact]
    public void Of_FullContent_ShowsFortySessionsUpToTheEventDay()
    {
        var content = AlertContents.Keynote();
        var series = ChartSeries.Of(content)!;

        Assert.Equal(ChartSeries.Length, series.Sessions.Length);
        Assert.Equal(content.Primary.EventDay, series.Sessions[^1]);
        Assert.Equal(115.43, series.Closes[^1], 1e-9);
        Assert.Equal(series.Closes[0], series.Expected[0]);
        var market = content.Benchmark.Return(content.Benchmark.IndexOf(series.Sessions[1]));
        Assert.Equal(
            series.Closes[0] * (1 + 0.000216 + (2.858 * market)),
            series.Expected[1],
            1e-9
        );
    }

    [Fact]
    public void Of_EventDay_ExpectsACloseAroundTheModelsWith95Percent()
    {
        var (low, high) = ChartSeries.Of(AlertContents.Keynote())!.Range!.Value;

        Assert.Equal(119.53 * (1 - 0.03067), (low + high) / 2, 1e-6);
        Assert.Equal(119.53 * 1.96957 * 0.02676, (high - low) / 2, 1e-3);
    }

    [Fact]
    public void Of_SplitInView_ShowsAllOnTheLastSessionsShares()
    {
        var content = AlertContents.Keynote();
        var bars = content.Stock.Bars.ToArray();
        for (var i = 0; i < bars.Length - 10; i++)
        {
            var b = bars[i];
            bars[i] = new DailyPrice(
                b.Session,
                b.Open * 10,
                b.High * 10,
                b.Low * 10,
                b.Close * 10,
                b.Volume / 10
            );
        }

        var s = bars[^10];
        bars[^10] = new DailyPrice(
            s.Session,
            s.Open,
            s.High,
            s.Low,
            s.Close,
            s.Volume,
            splitRatio: 10
        );
        var split = content with { Stock = new PriceSeries("NVDA", bars) };

        var (expected, actual) = (ChartSeries.Of(content)!, ChartSeries.Of(split)!);
        Assert.All(
            expected.Closes.Zip(actual.Closes),
            pair => Assert.Equal(pair.First, pair.Second, 1e-9)
        );
        Assert.All(
            expected.Volumes.Zip(actual.Volumes),
            pair => Assert.Equal(pair.First, pair.Second, 1)
        );
        Assert.Contains("event day's share count", ChartWords.Caption(split));
    }

    [Fact]
    public void Of_BenchmarkLacksABar_EndsThePathThere()
    {
        var content = AlertContents.Keynote();
        var gap = content.Stock[^5].Session;
        content = content with
        {
            Benchmark = new PriceSeries("SPY", content.Benchmark.Bars.Where(b => b.Session != gap)),
        };

        Assert.Equal(ChartSeries.Length - 5, ChartSeries.Of(content)!.Expected.Length);
    }

    [Fact]
    public void Of_NoModel_HasNeitherPathNorRange()
    {
        var series = ChartSeries.Of(AlertContents.NotEnoughData())!;

        Assert.Empty(series.Expected);
        Assert.Null(series.Range);
    }
}
