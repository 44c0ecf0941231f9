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

    [Theory]
    [InlineData("one two  three four")]
    [InlineData("  seven  7777777  eighteen 88888888  ")]
    [InlineData("a long line of words, <b>and a</b>  &amp; some 英伟达 more\u0001 after it ")]
    [InlineData("~~~~~~~~~~~~~~~~\u007f\u0085\u0092 <unclosed, 1234567 <a href='x'>8</a> ")]
    public void Plain_BlanksAndCharactersAtAnyPlace_AreFoldedOneByOne(string text)
    {
        // Characters are looked at several at a time: each place in a group is one that must fold as any other.
        for (var start = 0; start < 20; start++)
        {
            var moved = new string('x', start) + text;
            var expected = FeedText.Fold(
                moved
                    .Replace("<b>", " ", StringComparison.Ordinal)
                    .Replace("</b>", " ", StringComparison.Ordinal)
                    .Replace("<a href='x'>", " ", StringComparison.Ordinal)
                    .Replace("</a>", " ", StringComparison.Ordinal)
                    .Replace("&amp;", "&", StringComparison.Ordinal)
            );
            Assert.Equal(expected, FeedText.Plain(moved));
            for (var length = 1; length < expected.Length; length++)
            {
                Assert.Equal(FeedText.Cut(expected, length), FeedText.Plain(moved, length));
            }
        }
    }

    [Fact]
    public void Plain_ManyOpenBrackets_IsReadInOnePass()
    {
        // Each '<' that looks for its '>' to the very end would take so long that the expression gives up.
        var brackets = new string('<', 400_000);
        Assert.Equal(brackets, FeedText.Plain(brackets));
    }
}
