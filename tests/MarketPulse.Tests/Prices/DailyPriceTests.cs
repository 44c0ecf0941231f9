using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

public class DailyPriceTests
{
    [Theory]
    [InlineData(10, 11, 9, double.NaN, 1, "close")]
    [InlineData(10, 11, 9, 0, 1, "close")]
    [InlineData(10, 9, 11, 10, 1, "high 9 is under low 11")]
    [InlineData(10, 11, 9, 12, 1, "close 12 is outside")]
    [InlineData(8, 11, 9, 10, 1, "open 8 is outside")]
    [InlineData(10, 11, 9, 10, -1, "volume -1")]
    public void Constructor_ImpossibleBar_NamesTheFigure(
        double open,
        double high,
        double low,
        double close,
        long volume,
        string named
    )
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new DailyPrice(new(2025, 3, 18), open, high, low, close, volume)
        );
        Assert.Contains("2025-03-18", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
