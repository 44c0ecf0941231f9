using System.Text;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

/// <summary>Documents in ISO-8859-1, whose declaration is untrue of the text that they are decoded to.</summary>
public class FeedCharactersTests
{
    private const string Rss =
        "<rss version='2.0'><channel><item><title>Caf\u00e9 card</title><link>https://e.org/1</link><guid>1</guid><pubDate>Tue, 18 Mar 2025 17:00:00 GMT</pubDate></item></channel></rss>";

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1' standalone=\"yes\"?>\r\n")]
    [InlineData("<?xml version = \"1.0\" encoding = \"ISO-8859-1\"?>")] // Read as a whole.
    [InlineData("<!-- undeclared -->")]
    public void Parse_AnyDeclaration_ReadsTheLettersThatWereMeant(string declaration)
    {
        var document = FeedParser.Parse(
            Encoding.Latin1.GetBytes(declaration + Rss),
            null,
            "latin1"
        );
        Assert.Empty(document.Notes);
        Assert.Equal(
            ("windows-1252", "Caf\u00e9 card"),
            (document.Encoding, Assert.Single(document.Items).Title)
        );
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><?xml version=\"1.0\"?>")]
    [InlineData("<?xml version=\"2.0\" encoding=\"ISO-8859-1\"?>")]
    [InlineData("<?xml encoding=\"ISO-8859-1\"?>")]
    public void Parse_DeclarationAgainstTheRules_IsNotedOnce(string declaration)
    {
        var document = FeedParser.Parse(Encoding.Latin1.GetBytes(declaration + Rss));
        Assert.StartsWith(
            "Not well-formed XML",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
        Assert.Equal("Caf\u00e9 card", Assert.Single(document.Items).Title);
    }

    [Fact]
    public void Parse_IdTwice_IsNotedOnce()
    {
        var twice = Rss.Replace(
            "</item>",
            "</item><item><title>t</title><guid>1</guid><pubDate>Tue, 18 Mar 2025 17:00:00 GMT</pubDate></item>",
            StringComparison.Ordinal
        );
        var document = FeedParser.Parse(Encoding.Latin1.GetBytes(twice), null, "iso-8859-1");
        Assert.Equal("The id '1' stands on more than one item.", Assert.Single(document.Notes));
    }
}
