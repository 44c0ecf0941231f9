using System.Text;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public class FeedParserTests
{
    private const string GoodItem =
        "<item><title>Good</title><link>https://e.org/good</link><guid>g</guid><pubDate>Tue, 18 Mar 2025 17:00:00 GMT</pubDate></item>";

    [Fact]
    public void Parse_Rss_ReadsEveryField()
    {
        var item = Assert.Single(
            Rss(
                """
                <item><title> NVIDIA &amp;amp; friends
                  announce </title><link>https://e.org/a?x=1</link><guid isPermaLink="false">id-1</guid>
                <pubDate>Tue, 18 Mar 2025 13:00:00 -0400</pubDate>
                <description>&lt;p&gt;First &lt;b&gt;bold&lt;/b&gt;.&lt;/p&gt;</description>
                <category>Press</category><category>GTC</category></item>
                """
            ).Items
        );
        Assert.Equal("NVIDIA & friends announce", item.Title);
        Assert.Equal("https://e.org/a?x=1", item.Url);
        Assert.Equal("id-1", item.Guid);
        Assert.Equal("First bold .", item.Summary);
        Assert.Equal(new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal(TimeSpan.Zero, item.PublishedAt!.Value.Offset);
        Assert.Equal(["Press", "GTC"], item.Categories);
    }

    [Fact]
    public void Parse_Atom_ReadsEveryField()
    {
        var item = Assert.Single(
            Atom(
                """
                <entry><id>urn:1</id><title type="html">A &lt;i&gt;title&lt;/i&gt;</title>
                <link rel="self" href="https://e.org/self"/><link rel="alternate" href="https://e.org/a"/>
                <published>2025-03-18T10:00:00-07:00</published><updated>2025-03-19T10:00:00Z</updated>
                <summary>Short.</summary><category term="8-K"/></entry>
                """
            ).Items
        );
        Assert.Equal("A title", item.Title);
        Assert.Equal("https://e.org/a", item.Url);
        Assert.Equal("urn:1", item.Guid);
        Assert.Equal("Short.", item.Summary);
        Assert.Equal(new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal(["8-K"], item.Categories);
    }

    [Fact]
    public void Parse_AtomWithUpdatedOnly_CountsThat()
    {
        // EDGAR's feeds have no "published".
        var item = Assert.Single(
            Atom(
                "<entry><id>u</id><title>t</title><updated>2025-02-26T16:21:00-05:00</updated></entry>"
            ).Items
        );
        Assert.Equal(new DateTimeOffset(2025, 2, 26, 21, 21, 0, TimeSpan.Zero), item.PublishedAt);
    }

    [Theory]
    [InlineData("<content:encoded><![CDATA[<p>Whole text</p>]]></content:encoded>")]
    [InlineData("<content:encoded><p>Whole <b>text</b></p></content:encoded>")] // Not escaped, as it should be.
    public void Parse_ContentEncoded_IsTheSummaryWhereThereIsNoDescription(string content)
    {
        var document = Rss($"<item><title>t</title><guid>g</guid>{content}</item>");
        Assert.Equal("Whole text", Assert.Single(document.Items).Summary);
    }

    [Fact]
    public void Parse_AtomContent_IsTheSummaryWhereThereIsNone()
    {
        var document = Atom(
            """<entry><id>u</id><title>t</title><updated>2025-02-26T16:21:00Z</updated><content type="html">&lt;p&gt;Body&lt;/p&gt;</content></entry>"""
        );
        Assert.Equal("Body", Assert.Single(document.Items).Summary);
    }

    [Fact]
    public void Parse_NoTitle_KeepsTheItemWithoutOne()
    {
        var document = Rss("<item><link>https://e.org/x</link></item>" + GoodItem);
        Assert.Equal(["", "Good"], document.Items.Select(i => i.Title));
        Assert.StartsWith(
            "The item at 'https://e.org/x' has no date",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parse_NoGuid_TakesTheAddress()
    {
        var item = Assert.Single(
            Rss("<item><title>t</title><link>https://e.org/x</link></item>").Items
        );
        Assert.Equal("https://e.org/x", item.Guid);
    }

    [Fact]
    public void Parse_NeitherGuidNorAddress_IdentifiesTheItemByItsText()
    {
        const string Lost = "<item><title>Lost</title></item>";
        var document = Rss(Lost + GoodItem);
        Assert.Equal(["Lost", "Good"], document.Items.Select(i => i.Title));
        Assert.Equal(Rss(GoodItem + Lost).Items[1].Guid, document.Items[0].Guid);
        Assert.Contains(
            "'Lost' has neither address nor id; a hash of its text stands for it.",
            document.Notes
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("<pubDate></pubDate>")]
    [InlineData("<pubDate>yesterday at noon</pubDate>")]
    [InlineData("<pubDate>Tue, 42 Mar 2025 17:00:00 GMT</pubDate>")]
    public void Parse_NoReadableDate_KeepsTheItemAndSaysSo(string date)
    {
        var document = Rss($"<item><title>t</title><guid>undated</guid>{date}</item>" + GoodItem);
        Assert.Equal(2, document.Items.Count);
        Assert.Null(document.Items[0].PublishedAt);
        Assert.NotNull(document.Items[1].PublishedAt);
        Assert.Contains(
            "no date that can be read",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://e.org/story")]
    public void Parse_LinkThatIsNoWebAddress_IsDropped(string link)
    {
        var document = Rss(
            $"<item><title>t</title><guid isPermaLink='false'>g</guid><link>{link}</link></item>"
        );
        Assert.Equal("", Assert.Single(document.Items).Url);
    }

    [Theory]
    [InlineData("http://[broken")]
    [InlineData("https://e.org:port/")]
    public void Parse_LinkThatIsNoAddressAtAll_CostsOnlyThatLink(string link)
    {
        var document = Rss(
            $"<item><title>t</title><guid isPermaLink='false'>g</guid><link>{link}</link></item>"
                + GoodItem
        );
        Assert.Equal(["", "https://e.org/good"], document.Items.Select(i => i.Url));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Be right back</body></html>")]
    [InlineData("<html><body>Be right back</body></html>")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""[{"title":"t"}]""")]
    [InlineData("Be right back")]
    [InlineData("<note><to>you</to></note>")]
    [InlineData("")]
    [InlineData(" \n")]
    public void Parse_NotAFeed_HasNoItemsAndSaysWhy(string body)
    {
        var document = FeedParser.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Empty(document.Items);
        Assert.StartsWith(
            "Not a feed that can be read: ",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parse_ByteOrderMark_IsNoObstacle()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Document(GoodItem))];
        Assert.Equal("Good", Assert.Single(FeedParser.Parse(body).Items).Title);
    }

    [Fact]
    public void Parse_Utf16_IsReadAsDeclared()
    {
        byte[] body =
        [
            .. Encoding.Unicode.Preamble,
            .. Encoding.Unicode.GetBytes(
                Document(GoodItem.Replace("Good", "英伟达", StringComparison.Ordinal))
            ),
        ];
        Assert.Equal("英伟达", Assert.Single(FeedParser.Parse(body).Items).Title);
    }

    [Fact]
    public void Parse_MoreCharactersThanAllowed_IsRefused()
    {
        var document = Rss(GoodItem + $"<!--{new string('x', (int)FeedParser.MaxCharacters)}-->");
        Assert.Empty(document.Items);
        Assert.Single(document.Notes);
    }

    [Fact]
    public void Parse_LongTitle_IsCutWithAnEllipsis()
    {
        var document = Rss($"<item><title>{new string('x', 501)}</title><guid>g</guid></item>");
        Assert.Equal(new string('x', 500) + "…", Assert.Single(document.Items).Title);
    }

    [Fact]
    public void Parse_EndlessId_IsHashedAndSaysSo()
    {
        var document = Rss(
            $"<item><title>t</title><guid>{new string('x', 2049)}</guid></item>" + GoodItem
        );
        Assert.StartsWith("sha256:", document.Items[0].Guid, StringComparison.Ordinal);
        Assert.Contains(
            document.Notes,
            n => n.Contains("longer than 2048", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Parse_MoreItemsThanAllowed_LeavesTheRestOutAndSaysHowMany()
    {
        var document = Rss(string.Concat(Enumerable.Repeat("<item/>", FeedParser.MaxItems + 7)));
        Assert.Equal(FeedParser.MaxItems, document.Items.Count);
        Assert.True(document.Notes.Count < 60);
    }

    [Fact]
    public void Parse_NestedDeeperThanAllowed_IsReadFlat()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 5000));
        var document = Rss(
            $"<item><title>t</title><description>{deep}x</description></item>" + GoodItem
        );
        Assert.Equal(["t", "Good"], document.Items.Select(i => i.Title));
    }

    [Fact]
    public void Parse_RelativeLink_IsRelativeToWhereTheFeedCameFrom()
    {
        var document = FeedParser.Parse(
            "<rss version=\"2.0\"><channel><item><title>t</title><link>story</link></item></channel></rss>"u8.ToArray(),
            new Uri("https://e.org/feeds/all.xml")
        );
        Assert.Equal("https://e.org/feeds/story", Assert.Single(document.Items).Url);
    }

    [Fact]
    public void Parse_ServersCharset_OutranksTheDeclaration()
    {
        var body = Encoding.Latin1.GetBytes(
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Caf\u00e9</title></channel></rss>"
        );
        Assert.Equal("Café", FeedParser.Parse(body, charset: "iso-8859-1").Title);
    }

    [Fact]
    public void Parse_FeedWithoutItems_IsEmptyAndFine()
    {
        var document = Rss("");
        Assert.Empty(document.Items);
        Assert.Empty(document.Notes);
    }

    private static FeedDocument Rss(string items) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(Document(items)));

    private static string Document(string items) =>
        $"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>f</title><link>https://e.org/</link><description>d</description>{items}</channel></rss>""";

    private static FeedDocument Atom(string entries) =>
        FeedParser.Parse(
            Encoding.UTF8.GetBytes(
                $"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>f</title><updated>2025-03-18T10:00:00Z</updated>{entries}</feed>"""
            )
        );
}
