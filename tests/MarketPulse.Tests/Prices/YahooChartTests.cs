using System.Text;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class YahooChartTests
{
    private const string Body = """
        {"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},
        "timestamp":[1717767000,1718026200,1718112600],
        "events":{"splits":{"1718026200":{"date":1718026200,"numerator":10,"denominator":1}},
                  "dividends":{"1718112600":{"date":1718112600,"amount":0.01}}},
        "indicators":{"quote":[{"open":[119.77,120.37,121.77],"high":[121.692,123.1,122.87],"low":[118.022,117.01,118.74],
        "close":[120.888,121.79,120.91],"volume":[412385800,314162700,222551200]}]}}],"error":null}}
        """;

    [Fact]
    public void Parse_BarsBeforeASplit_AreTakenBackToTheirOwnShareCount()
    {
        var bars = Parse(Body).Bars;
        Assert.Equal(new DateOnly(2024, 6, 7), bars[0].Session);
        Assert.Equal(1208.88, bars[0].Close);
        Assert.Equal(41238580, bars[0].Volume);
        Assert.Equal(10, bars[1].SplitRatio);
        Assert.Equal(121.79, bars[1].Close);
        Assert.Equal(0.01, bars[2].Dividend);
    }

    [Fact]
    public void Parse_NullClose_LeavesTheBarOutAndSaysSo()
    {
        var reply = Parse(Body.Replace("121.79,120.91]", "null,120.91]", StringComparison.Ordinal));
        Assert.Equal(
            [new DateOnly(2024, 6, 7), new DateOnly(2024, 6, 11)],
            reply.Bars.Select(b => b.Session)
        );
        Assert.Contains(
            "2024-06-10: bar left out, close NaN",
            Assert.Single(reply.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parse_NoTimestamps_HasNoBars() =>
        Assert.Empty(
            Parse(
                """{"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},"indicators":{"quote":[{}]}}],"error":null}}"""
            ).Bars
        );

    [Theory]
    [InlineData(
        """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}""",
        "symbol may be delisted"
    )]
    [InlineData("<html>Will be right back</html>", "is not its chart format")]
    [InlineData("""{"chart":{"result":[{"meta":{"exch""", "is not its chart format")]
    [InlineData("""{"finance":{}}""", "is not its chart format")]
    public void Parse_NotAChart_SaysWhatItIs(string body, string message)
    {
        var error = Assert.Throws<PriceSourceException>(() => Parse(body));
        Assert.Contains("NVDA", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_RecordedReplies_NeverThrowsAnythingElse()
    {
        var folder = Path.GetDirectoryName(
            Shared.File(
                "data/feeds/yahoo_chart/bodies/yf2_chart-AAPL-2020-01-01-to-2020-01-03.json"
            )
        )!;
        var bars = 0;
        foreach (var file in Directory.GetFiles(folder))
        {
            try
            {
                bars += YahooChart.Parse("X", File.ReadAllBytes(file)).Bars.Length;
            }
            catch (PriceSourceException)
            {
                // An error body, told as such.
            }
        }

        Assert.True(bars > 250, $"{bars} bars");
    }

    private static PriceReply Parse(string body) =>
        YahooChart.Parse("NVDA", Encoding.UTF8.GetBytes(body));
}
