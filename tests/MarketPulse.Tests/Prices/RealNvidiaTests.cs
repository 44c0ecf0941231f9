using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

/// <summary>NVIDIA's real closes over both its splits and all its dividends.</summary>
public class RealNvidiaTests
{
    private static readonly DateOnly FirstSplit = new(2021, 7, 20);
    private static readonly DateOnly SecondSplit = new(2024, 6, 10);

    [Fact]
    public void Chart_ElevenYears_GivesClosesAsTradedAndTheSourcesOwnReturns()
    {
        var rows = File.ReadLines(Shared.File("data/prices/NVDA.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(c => (Day: Date(c[0]), Figures: c.Skip(1).Select(Number).ToArray()))
            .ToList();
        var reply = YahooChart.Parse("NVDA", Encoding.UTF8.GetBytes(Chart(rows)));
        Assert.Empty(reply.Notes);
        var series = new PriceSeries("NVDA", reply.Bars.Select(b => b.ToDailyPrice()));
        Assert.Equal(rows.Count, series.Count);
        double Close(string day) => series[series.IndexOf(Date(day))].Close;
        Assert.Equal(751.19, Close("2021-07-19"), 2);
        Assert.Equal(1208.88, Close("2024-06-07"), 2);
        Assert.Equal(121.79, Close("2024-06-10"), 2);
        Assert.Equal(134.29, Close("2024-12-31"), 2);
        for (var i = 1; i < rows.Count; i++)
        {
            var theirs = (rows[i].Figures[5] / rows[i - 1].Figures[5]) - 1;
            // Early adjusted closes are about 0.5 with six decimals.
            Assert.Equal(theirs, series.Return(i), 5e-6);
        }
    }

    [Fact]
    public void BundledHistory_OverTheSecondSplit_ReturnsWhatHoldersGot()
    {
        var bars = ReplayHistory.Read(ReplayHistory.Bundled).Prices["NVDA"];
        var series = new PriceSeries("NVDA", bars);
        var day = series.IndexOf(SecondSplit);
        Assert.Equal((1208.88, 121.79), (series[day - 1].Close, series[day].Close));
        Assert.Equal((121.79 / 120.888) - 1, series.Return(day), 1e-12);
        var dividend = series.IndexOf(new(2024, 6, 11));
        Assert.Equal(0.01, series[dividend].Dividend);
        Assert.Equal(
            series[dividend].Close / (series[dividend - 1].Close - 0.01),
            1 + series.Return(dividend),
            1e-12
        );
    }

    /// <summary>The figures as the endpoint would give them today: on the present share count, with the events beside them.</summary>
    private static string Chart(List<(DateOnly Day, double[] Figures)> rows)
    {
        JsonArray Column(int i) => [.. rows.Select(r => (JsonNode)r.Figures[i])];
        long Stamp(DateOnly day) => TradingCalendar.OpenOf(day).ToUnixTimeSeconds();
        JsonObject dividends = [];
        for (var i = 1; i < rows.Count; i++)
        {
            var (now, before) = (rows[i].Figures, rows[i - 1].Figures);
            var dividend = before[3] * (1 - (before[5] / now[5] * now[3] / before[3]));
            // Quarterly amounts are 0.002 and more; what is less is rounding.
            if (dividend > 0.001)
            {
                dividends[$"{Stamp(rows[i].Day)}"] = new JsonObject
                {
                    ["amount"] = dividend,
                    ["date"] = Stamp(rows[i].Day),
                };
            }
        }

        JsonObject Split(DateOnly day, int ratio) =>
            new()
            {
                ["date"] = Stamp(day),
                ["numerator"] = ratio,
                ["denominator"] = 1,
            };
        return new JsonObject
        {
            ["chart"] = new JsonObject
            {
                ["error"] = null,
                ["result"] = new JsonArray(
                    new JsonObject
                    {
                        ["meta"] = new JsonObject { ["exchangeTimezoneName"] = "America/New_York" },
                        ["timestamp"] = new JsonArray([
                            .. rows.Select(r => (JsonNode)Stamp(r.Day)),
                        ]),
                        ["events"] = new JsonObject
                        {
                            ["dividends"] = dividends,
                            ["splits"] = new JsonObject
                            {
                                ["a"] = Split(FirstSplit, 4),
                                ["b"] = Split(SecondSplit, 10),
                            },
                        },
                        ["indicators"] = new JsonObject
                        {
                            ["quote"] = new JsonArray(
                                new JsonObject
                                {
                                    ["open"] = Column(0),
                                    ["high"] = Column(1),
                                    ["low"] = Column(2),
                                    ["close"] = Column(3),
                                    ["volume"] = Column(4),
                                }
                            ),
                            ["adjclose"] = new JsonArray(
                                new JsonObject { ["adjclose"] = Column(5) }
                            ),
                        },
                    }
                ),
            },
        }.ToJsonString();
    }

    private static DateOnly Date(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
