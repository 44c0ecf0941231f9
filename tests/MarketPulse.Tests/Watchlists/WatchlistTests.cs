using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Watchlists;

public class WatchlistTests
{
    private static readonly Watchlist Two = new(
        new(2024, 1, 2),
        [new("NVDA", ["NVIDIA"], [new("SPY")]), new("AMD", ["AMD"], [new("SPY")])],
        [
            new("nvidia", new("https://example.org/n"), "NVDA"),
            new("amd", new("https://example.org/a"), "AMD"),
            new("all", new("https://example.org/h")),
        ],
        [new("move", 0.03)]
    );

    [Theory]
    [InlineData(null, "NVDA,AMD", "nvidia,amd,all")]
    [InlineData("", "NVDA,AMD", "nvidia,amd,all")]
    [InlineData("AMD", "AMD", "amd,all")]
    [InlineData(" AMD , NVDA,", "NVDA,AMD", "nvidia,amd,all")]
    public void Only_SomeSymbols_KeepsThemAndTheFeedsThatMayTellOfThem(
        string? wanted,
        string symbols,
        string feeds
    )
    {
        var list = Two.Only(wanted);
        Assert.Equal(symbols, string.Join(',', list.Symbols.Select(s => s.Symbol)));
        Assert.Equal(feeds, string.Join(',', list.Feeds.Select(f => f.Name)));
    }

    [Fact]
    public void Only_SymbolThatIsNotWatched_NamesItAndTheOnesThatAre()
    {
        var error = Assert.Throws<SettingException>(() => Two.Only("AMD,TSLA"));
        Assert.Contains("TSLA", error.Message, StringComparison.Ordinal);
        Assert.Contains("NVDA, AMD", error.Message, StringComparison.Ordinal);
    }
}
