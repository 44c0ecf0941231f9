using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public class FeedTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  a \t\n b\u00a0 c ", "a b c")]
    [InlineData("<p>one</p><p>two</p>", "one two")]
    [InlineData("AT&amp;T &#8220;rises&#8221;", "AT&T “rises”")]
    [InlineData("5 < 6", "5 < 6")]
    [InlineData("<script>x</script >&lt;b&gt;", "x <b>")]
    public void Plain_Markup_IsWhatAPersonReads(string? text, string expected) =>
        Assert.Equal(expected, FeedText.Plain(text));

    [Fact]
    public void Plain_ManyOpenBrackets_IsReadInOnePass()
    {
        // Each '<' that looks for its '>' to the very end would take so long that the expression gives up.
        var brackets = new string('<', 400_000);
        Assert.Equal(brackets, FeedText.Plain(brackets));
    }
}
