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
    public void Parse_NoTitle_SkipsTheItemAndSaysSo()
    {
        var document = Rss("<item><link>https://e.org/x</link></item>" + GoodItem);
        Assert.Equal("Good", Assert.Single(document.Items).Title);
        Assert.Equal(
            "Skipped an item without a title: 'https://e.org/x'.",
            Assert.Single(document.Notes)
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
    public void Parse_NeitherGuidNorAddress_SkipsTheItemAndSaysSo()
    {
        var document = Rss("<item><title>Lost</title></item>" + GoodItem);
        Assert.Equal("Good", Assert.Single(document.Items).Title);
        Assert.Contains(
            "without an address or id: 'Lost'",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("<pubDate></pubDate>")]
    [InlineData("<pubDate>yesterday at noon</pubDate>")]
    [InlineData("<pubDate>Tue, 42 Mar 2025 17:00:00 GMT</pubDate>")]
    public void Parse_NoReadableDate_KeepsTheItemAndSaysSo(string date)
    {
        var document = Rss($"<item><title>t</title><guid>g</guid>{date}</item>" + GoodItem);
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
    [InlineData("/relative/story")]
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
    [InlineData(
        """<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title></channel></rss>"""
    )]
    [InlineData(
        """<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title><guid>g</guid></item></channel></rss>"""
    )]
    [InlineData("<!DOCTYPE html><html><body>Be right back</body></html>")]
    [InlineData("<html><body>Be right back</body></html>")]
    [InlineData("""{"items":[]}""")]
    [InlineData("")]
    [InlineData("<rss version=\"2.0\"><channel><item><title>cut o")]
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
