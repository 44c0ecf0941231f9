using System.Globalization;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class PriceSeriesTests
{
    private static readonly PriceSeries Nvda = new(
        "NVDA",
        ReplayHistory.Read(ReplayHistory.Bundled).Prices["NVDA"]
    );

    [Fact]
    public void Return_AcrossTheSplit_IsTheMoveAndNotTheSplit()
    {
        var split = Nvda.IndexOf(new(2024, 6, 10));
        Assert.Equal(1208.88, Nvda[split - 1].Close);
        Assert.Equal(121.79, Nvda[split].Close);
        Assert.Equal((121.79 / 120.888) - 1, Nvda.Return(split), 12);
        Assert.Equal((121.79 / 120.888) - 1, Nvda.PriceReturn(split - 1, split), 12);
    }

    [Fact]
    public void Return_OnAnExDate_ReinvestsTheDividend()
    {
        var ex = Nvda.IndexOf(new(2024, 6, 11));
        Assert.Equal(0.01, Nvda[ex].Dividend);
        Assert.Equal((120.91 / (121.79 - 0.01)) - 1, Nvda.Return(ex), 12);
        Assert.Equal((120.91 / 121.79) - 1, Nvda.PriceReturn(ex - 1, ex), 12);
    }

    [Fact]
    public void Close_BeforeTheSplit_IsAsTraded()
    {
        var day = Nvda.IndexOf(new(2024, 5, 23));
        Assert.Equal(1037.99, Nvda[day].Close);
        Assert.Equal(103.799, Nvda.CloseOnBasisOf(day, Nvda.Count - 1), 9);
    }

    [Fact]
    public void YearToDateBase_OfTheKeynote_IsTheLastCloseOfTheYearBefore()
    {
        var day = Nvda.IndexOf(new(2025, 3, 18));
        var from = Nvda.YearToDateBase(day);
        Assert.Equal(new DateOnly(2024, 12, 31), Nvda[from].Session);
        Assert.Equal(-0.1404, Nvda.PriceReturn(from, day), 4);

        // The figure that was printed, −16.54 %, holds only from the close of 2 January.
        Assert.Equal(-0.1654, Nvda.PriceReturn(Nvda.IndexOf(new(2025, 1, 2)), day), 4);
    }

    [Fact]
    public void Returns_AgainstAdjustedCloses_AgreeOnEverySession()
    {
        foreach (var symbol in (string[])["NVDA", "SPY", "SMH"])
        {
            var rows = File.ReadLines(Shared.File($"data/prices/{symbol}.csv"))
                .Skip(1)
                .Select(l => l.Split(','))
                .ToDictionary(
                    r => DateOnly.ParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    r => double.Parse(r[6], CultureInfo.InvariantCulture)
                );
            var series = new PriceSeries(
                symbol,
                ReplayHistory.Read(ReplayHistory.Bundled).Prices[symbol]
            );
            for (var i = 1; i < series.Count; i++)
            {
                var expected = (rows[series[i].Session] / rows[series[i - 1].Session]) - 1;
                Assert.True(
                    Math.Abs(series.Return(i) - expected) < 1e-6,
                    $"{symbol} {series[i].Session}"
                );
            }
        }
    }

    [Fact]
    public void Constructor_BarsOutOfOrder_NamesThem()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new PriceSeries("X", [Nvda[1], Nvda[0]])
        );
        Assert.Contains(
            "2022-11-01 follows that of 2022-11-02",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AdjustedRatios_WhenLaterBarsArrive_DoNotChange()
    {
        var cut = Nvda.IndexOf(new(2024, 6, 7));
        var early = new PriceSeries("NVDA", Nvda.Bars.Take(cut + 1));
        for (var i = 1; i <= cut; i++)
        {
            Assert.Equal(early.Return(i), Nvda.Return(i), 12);
        }
    }
}
