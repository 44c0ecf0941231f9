using MarketPulse.Queries;
using MarketPulse.Queries.Silences;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Queries.Silences;

public sealed class SilenceWishTests
{
    private static readonly DateTimeOffset Now = Items.Noon;

    [Theory]
    [InlineData("8h", 8)]
    [InlineData("3d", 72)]
    [InlineData("90m", 1.5)]
    [InlineData("2025-03-19", 8)]
    [InlineData("2025-03-18T20:00Z", 4)]
    public void Wish_WithAnEnd_IsSilentUntilThen(string until, double hours)
    {
        var silence = Read(new(null, null, null, until, "on holiday"));

        Assert.Equal(Now, silence.StartsAt);
        Assert.Equal(Now.AddHours(hours), silence.EndsAt);
        Assert.Null(silence.Symbol);
    }

    [Fact]
    public void Wish_ForASymbolAndARule_HasTheirNamesAsTheWatchlistWritesThem()
    {
        var silence = Read(new(" nvda ", "A MOVE", "1d", "2d", "a\nb"));

        Assert.Equal(("NVDA", "a move", "a b"), (silence.Symbol, silence.Rule, silence.Comment));
        Assert.Equal(Now.AddDays(3), silence.EndsAt);
    }

    [Theory]
    [InlineData("symbol", "TSLA", null, null, "3d", "x")]
    [InlineData("symbol", "NVDA' or true", null, null, "3d", "x")]
    [InlineData("rule", null, "<script>", null, "3d", "x")]
    [InlineData("from", null, null, "soon", "3d", "x")]
    [InlineData("until", null, null, null, null, "x")]
    [InlineData("until", null, null, null, "2025-03-18T15:59Z", "x")]
    [InlineData("until", null, null, null, "4000d", "x")]
    [InlineData("until", null, null, null, "-3d", "x")]
    [InlineData("until", null, null, null, "9999999999d", "x")]
    [InlineData("from", null, null, "2099-01-01", "3d", "x")]
    [InlineData("comment", null, null, null, "3d", " ")]
    public void Wish_ThatCannotBeMeant_NamesTheField(
        string field,
        string? symbol,
        string? rule,
        string? from,
        string? until,
        string? comment
    )
    {
        var error = Assert.Throws<QueryTextException>(() =>
            Read(new(symbol, rule, from, until, comment))
        );

        Assert.Equal(field, error.Parameter);
        Assert.NotEmpty(error.Allowed);
    }

    [Fact]
    public void Wish_WithALongComment_IsRefused()
    {
        Read(new(null, null, null, "3d", new string('x', SilenceWish.LongestComment)));

        Assert.Equal(
            "comment",
            Assert
                .Throws<QueryTextException>(() =>
                    Read(
                        new(null, null, null, "3d", new string('x', SilenceWish.LongestComment + 1))
                    )
                )
                .Parameter
        );
    }

    private static MarketPulse.Alerts.Delivery.Silence Read(SilenceWish wish) =>
        wish.Read(Items.Watchlist, Now, "id");
}
