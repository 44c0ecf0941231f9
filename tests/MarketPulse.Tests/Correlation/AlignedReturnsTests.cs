using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Correlation;

public class AlignedReturnsTests
{
    // A week with a Monday holiday before it: 18 February 2025 follows 14 February.
    private static readonly DateOnly[] Sessions =
    [
        new(2025, 2, 13),
        new(2025, 2, 14),
        new(2025, 2, 18),
        new(2025, 2, 19),
        new(2025, 2, 20),
    ];

    [Fact]
    public void Returns_EverySession_AreOnTheExchangesCalendar()
    {
        var returns = new AlignedReturns(Series("NVDA"), Series("SPY"));
        Assert.Equal(Sessions, returns.Sessions.ToArray());
        Assert.Equal([double.NaN, 0.1, 0.1, 0.1, 0.1], Rounded(returns.Stock));
    }

    [Fact]
    public void Returns_Gap_AreNaNOnTheGapAndAfterIt()
    {
        var returns = new AlignedReturns(Series("NVDA").Without(Sessions[2]), Series("SPY"));
        Assert.Equal([double.NaN, 0.1, double.NaN, double.NaN, 0.1], Rounded(returns.Stock));
        Assert.Equal([double.NaN, 0.1, 0.1, 0.1, 0.1], Rounded(returns.Benchmark));
    }

    [Fact]
    public void Returns_BenchmarkThatBeginsLaterAndEndsEarlier_AreNaNOutside()
    {
        var returns = new AlignedReturns(
            Series("NVDA"),
            Series("SPY").Without(Sessions[0], Sessions[^1])
        );
        Assert.Equal([double.NaN, double.NaN, 0.1, 0.1, double.NaN], Rounded(returns.Benchmark));
    }

    [Fact]
    public void Returns_NoBarsAtAll_HaveNoSessions()
    {
        Assert.Equal(0, new AlignedReturns(new("NVDA", []), Series("SPY")).Sessions.Length);
        Assert.Equal(0, new AlignedReturns(Series("NVDA"), new("SPY", [])).Sessions.Length);
    }

    [Fact]
    public void IndexOf_SessionOrNot_IsItsPlaceOrMinusOne()
    {
        var returns = new AlignedReturns(Series("NVDA"), Series("SPY"));
        Assert.Equal(2, returns.IndexOf(Sessions[2]));
        Assert.Equal(-1, returns.IndexOf(new(2025, 2, 17)));
        Assert.Equal(-1, returns.IndexOf(new(2026, 1, 2)));
    }

    private static PriceSeries Series(string symbol) =>
        new(symbol, Sessions.Select((s, i) => SampleStudies.Bar(s, 100 * Math.Pow(1.1, i))));

    private static IEnumerable<double> Rounded(ReadOnlySpan<double> returns) =>
        returns.ToArray().Select(r => Math.Round(r, 9));
}
