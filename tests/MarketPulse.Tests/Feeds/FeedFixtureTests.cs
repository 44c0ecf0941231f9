using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

/// <summary>Files in Fixtures, each with one trait of feeds in the wild, all of them about the same made-up card.</summary>
public class FeedFixtureTests
{
    private const string Title = "Chip maker shows a new card";
    private const string Address = "https://news.example.org/card";
    private static readonly DateTimeOffset Published = new(2025, 3, 18, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("rss-091-netscape-doctype.feed", FeedFormat.Rss, "0.91")]
    [InlineData("rss-093-expiration.feed", FeedFormat.Rss, "0.93")]
    [InlineData("rss-10-rdf.feed", FeedFormat.Rdf, "1.0")]
    [InlineData("rss-20-modules.feed", FeedFormat.Rss, "2.0")]
    [InlineData("atom-03.feed", FeedFormat.Atom, "0.3")]
    [InlineData("atom-10.feed", FeedFormat.Atom, "1.0")]
    [InlineData("atom-prefixed.feed", FeedFormat.Atom, "1.0")]
    [InlineData("atom-single-entry.feed", FeedFormat.Atom, "1.0")]
    [InlineData("atom-source-title.feed", FeedFormat.Atom, "1.0")]
    [InlineData("atom-xhtml.feed", FeedFormat.Atom, "1.0")]
    [InlineData("atom-xml-base.feed", FeedFormat.Atom, "1.0")]
    [InlineData("json-feed-11.json", FeedFormat.JsonFeed, "1.1")]
    [InlineData("json-feed-1-number-id.json", FeedFormat.JsonFeed, "1")]
    [InlineData("edgar-company.feed", FeedFormat.Atom, "1.0")]
    [InlineData("edgar-latest.feed", FeedFormat.Atom, "1.0")]
    [InlineData("link-relative.feed", FeedFormat.Rss, "2.0")]
    [InlineData("link-in-guid.feed", FeedFormat.Rss, "2.0")]
    [InlineData("link-broken-over-lines.feed", FeedFormat.Rss, "2.0")]
    [InlineData("broken-leading-blank.feed", FeedFormat.Rss, "2.0")]
    public void Parse_SoundDocument_ReadsItsItemWithoutANote(
        string file,
        FeedFormat format,
        string version
    )
    {
        var document = Read(file);
        Assert.Empty(document.Notes);
        Assert.Equal((format, version), (document.Format, document.Version));
        AssertCard(Assert.Single(document.Items));
    }

    [Theory]
    [InlineData("cdf.feed", "it names no time zone; UTC was taken")]
    [InlineData("json-feed-cut-off.json", "Not well-formed JSON")]
    [InlineData("broken-attributes.feed", "Not well-formed XML")]
    [InlineData("broken-control-characters.feed", "Not well-formed XML")]
    [InlineData("broken-cut-off.feed", "It is cut off")]
    [InlineData("broken-html-in-title.feed", "Not well-formed XML")]
    [InlineData("broken-junk-after-end.feed", "Not well-formed XML")]
    [InlineData("broken-leading-garbage.feed", "Passed over 53 characters")]
    [InlineData("broken-mixed-case.feed", "Not well-formed XML")]
    [InlineData("broken-unclosed-cdata.feed", "Not well-formed XML")]
    [InlineData("broken-unclosed-tags.feed", "Not well-formed XML")]
    [InlineData("broken-undeclared-prefix.feed", "'dc' is an undeclared prefix")]
    [InlineData("guid-twice.feed", "The id 'card-1' stands on more than one item.")]
    [InlineData("page-article.html", "its feed is https://news.example.org/feed.xml")]
    [InlineData("page-meta-date.html", "This is a page, not a feed")]
    public void Parse_DocumentWithAFault_ReadsItsItemAndSaysWhatWasWrong(string file, string note)
    {
        var document = Read(file);
        AssertCard(document.Items[0]);
        Assert.Contains(document.Notes, n => n.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("encoding-gbk.feed", "gb18030", "芯片公司发布新显卡")]
    [InlineData("encoding-gb18030.feed", "gb18030", "芯片公司发布新显卡")]
    [InlineData("encoding-gb-undeclared.feed", "gb18030", "芯片公司发布新显卡")]
    [InlineData("encoding-big5.feed", "big5", "晶片公司發表新顯卡")]
    [InlineData("encoding-shift-jis.feed", "shift_jis", "新しいカードを発表")]
    [InlineData("encoding-utf16le-bom.feed", "utf-16", "芯片公司发布新显卡")]
    [InlineData("encoding-utf16be-no-bom.feed", "utf-16BE", "芯片公司发布新显卡")]
    [InlineData("encoding-utf32le-bom.feed", "utf-32", "芯片公司发布新显卡")]
    [InlineData("encoding-utf8-bom-declared-utf16.feed", "utf-8", "芯片公司发布新显卡")]
    [InlineData("encoding-utf8-declared-latin1.feed", "utf-8", "芯片公司发布新显卡")]
    [InlineData(
        "encoding-windows-1252-undeclared.feed",
        "windows-1252",
        "Café “Chip” – a new card"
    )]
    [InlineData("encoding-windows-1252-as-latin1.feed", "windows-1252", "Café “Chip” – a new card")]
    [InlineData("html-double-escaped.feed", "utf-8", "Chip maker shows a \"new\" card – today")]
    [InlineData("broken-html-entities.feed", "utf-8", "Chip maker shows a new card — © 2025")]
    [InlineData("broken-bare-ampersands.feed", "utf-8", "R&D, Q&A & chip maker shows a new card")]
    [InlineData("doctype-entity-bomb.feed", "utf-8", "Chip &b; shows a new card")]
    [InlineData("doctype-external-entity.feed", "utf-8", "Chip &x; shows a new card")]
    public void Parse_EncodingsAndEntities_GiveTheTitleThatWasMeant(
        string file,
        string encoding,
        string title
    )
    {
        var document = Read(file);
        Assert.Equal(encoding, document.Encoding);
        Assert.Equal(title, Assert.Single(document.Items).Title);
    }

    [Fact]
    public void Parse_Rss090_KeepsTheImageOutOfIt()
    {
        var document = Read("rss-090.feed");
        Assert.Equal(
            (FeedFormat.Rdf, "0.90", "Example wire"),
            (document.Format, document.Version, document.Title)
        );
        Assert.Equal((Title, Address), (document.Items[0].Title, document.Items[0].Url));
    }

    [Fact]
    public void Parse_ItemOfADescriptionAlone_IsReadWithoutATitle()
    {
        var item = Assert.Single(Read("rss-092-description-only.feed").Items);
        Assert.Equal(("", "A card was shown; it is faster ."), (item.Title, item.Summary));
        Assert.StartsWith("sha256:", item.Guid, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BareAmpersandInALink_StaysOne() =>
        Assert.Equal(
            "https://news.example.org/card?a=1&b=2",
            Assert.Single(Read("broken-bare-ampersands.feed").Items).Url
        );

    [Fact]
    public void Parse_ItemThatBeginsWithinAnother_EndsIt() =>
        Assert.Equal(
            [Title, "Second"],
            Read("broken-unclosed-tags.feed").Items.Select(i => i.Title)
        );

    [Fact]
    public void Parse_DocumentCutOff_LeavesTheCutTextOut()
    {
        var second = Read("broken-cut-off.feed").Items[1];
        Assert.Equal(
            ("Second", "https://news.example.org/2", "https://news.example.org/2"),
            (second.Title, second.Url, second.Guid)
        );
    }

    [Fact]
    public void Parse_LinkThatIsAScript_IsLeftOut()
    {
        var document = Read("link-script.feed");
        Assert.Equal("", Assert.Single(document.Items).Url);
        Assert.Contains(
            "is no http(s) address",
            Assert.Single(document.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parse_AtomLinksInRss_TakesTheAlternate() =>
        Assert.Equal(Address, Assert.Single(Read("link-atom-in-rss.feed").Items).Url);

    [Fact]
    public void Parse_Modules_FillWhatTheFeedLeavesOut()
    {
        var item = Assert.Single(Read("rss-20-modules.feed").Items);
        Assert.Equal(("Short.", "Desk"), (item.Summary, item.Author));
        Assert.Equal("<p>It is <b>faster</b>.</p>", item.Content);
    }

    [Fact]
    public void Parse_AtomEntry_KeepsItsUpdateAndAuthorAndLanguage()
    {
        var item = Assert.Single(Read("atom-10.feed").Items);
        Assert.Equal(new DateTimeOffset(2025, 3, 19, 9, 30, 0, TimeSpan.Zero), item.UpdatedAt);
        Assert.Equal(("A. Writer", "en-US"), (item.Author, item.Language));
    }

    [Theory]
    [InlineData("edgar-company.feed", "8-K", "2.02 9.01")]
    [InlineData("edgar-latest.feed", "8-K/A", "5.02 9.01")]
    public void Parse_EdgarEntry_TellsTheFiling(string file, string form, string items)
    {
        var filing = Assert.Single(Read(file).Items).Filing!;
        Assert.Equal((form, "0000000001-25-000007"), (filing.Form, filing.AccessionNumber));
        Assert.Equal(new DateOnly(2025, 3, 18), filing.FiledOn);
        Assert.Equal(Published, filing.AcceptedAt);
        Assert.Equal(items.Split(' '), filing.Items);
    }

    [Fact]
    public void Parse_PageOfAHeadingOnly_IsReadFromIt()
    {
        var document = Read("page-heading-only.html");
        Assert.Equal(FeedFormat.Page, document.Format);
        var item = Assert.Single(document.Items);
        Assert.Equal(Title, item.Title);
        Assert.Equal(new DateTimeOffset(2025, 3, 18, 0, 0, 0, TimeSpan.Zero), item.PublishedAt);
    }

    private static void AssertCard(FeedItem item)
    {
        Assert.Equal((Title, Address), (item.Title, item.Url));
        Assert.Equal(Published, item.PublishedAt);
    }

    private static FeedDocument Read(string file) =>
        FeedParser.Parse(File.ReadAllBytes(FeedFixtures.Path(file)));
}
