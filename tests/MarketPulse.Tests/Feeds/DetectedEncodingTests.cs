using System.Text;
using MarketPulse.Announcements.Articles;
using MarketPulse.Feeds;
using MarketPulse.Tests.Announcements.Articles;

namespace MarketPulse.Tests.Feeds;

/// <summary>Texts in encodings that nothing declares, or that are declared as another one.</summary>
public class DetectedEncodingTests
{
    public static TheoryData<string, string> Undeclared =>
        new()
        {
            {
                "gb18030",
                "英伟达宣布推出新一代人工智能芯片，预计明年下半年量产，股价上涨百分之三。"
            },
            { "big5", "輝達宣布推出新一代人工智慧晶片，預計明年下半年量產，股價上漲百分之三。" },
            {
                "euc-kr",
                "엔비디아는 새로운 인공지능 칩을 발표했으며 내년 하반기에 양산할 예정이다."
            },
            {
                "euc-jp",
                "エヌビディアは新しい人工知能チップを発表し、来年後半に量産を開始する予定です。"
            },
            {
                "shift_jis",
                "エヌビディアは新しい人工知能チップを発表し、来年後半に量産を開始する予定です。"
            },
            {
                "koi8-r",
                "Компания представила новые чипы для искусственного интеллекта, акции выросли."
            },
            {
                "windows-1251",
                "Компания представила новые чипы для искусственного интеллекта, акции выросли."
            },
            {
                "windows-1252",
                "NVIDIA’s new chip – the “Rubin” platform – ships next year, says Zoë."
            },
            {
                "windows-1252",
                "Le résultat dépasse les prévisions; l’année prochaine, la société prévoit une hausse."
            },
            { "windows-1252", "Die Aktie stieg, weil die Nachfrage größer als erwartet ausfällt." },
        };

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void Parse_UndeclaredFeed_HasItsTitle(string encoding, string title)
    {
        var document = FeedParser.Parse(Bytes(encoding, Rss("", title)));
        Assert.Equal(title, Assert.Single(document.Items).Title);
        Assert.Contains(document.Notes, n => n.Contains(encoding, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void Parse_FeedThatDeclaresUtf8Wrongly_HasItsTitle(string encoding, string title) =>
        Assert.Equal(
            title,
            Assert
                .Single(
                    FeedParser
                        .Parse(
                            Bytes(
                                encoding,
                                Rss("""<?xml version="1.0" encoding="utf-8"?>""", title)
                            )
                        )
                        .Items
                )
                .Title
        );

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void Read_UndeclaredArticle_HasItsText(string encoding, string text) =>
        Assert.Contains(
            text,
            ArticleReader
                .Read(new ArticleBytes(Bytes(encoding, $"{text}\n\n{text}\n")), SampleText.Names)
                .Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("gb2312", "gb18030", "镕基说，堃与喆：英伟达推出芯片")] // GBK's characters beyond GB2312
    [InlineData("gb2312", "gb18030", "㐀㐁𠮷野家：英伟达推出芯片")] // GB18030's of four bytes
    [InlineData("iso-8859-1", "utf-8", "英伟达推出芯片，股价上涨")]
    [InlineData("us-ascii", "windows-1252", "Zoë’s café")]
    [InlineData("big5", "utf-8", "輝達推出晶片，股價上漲")]
    public void Parse_DeclaredAsAnother_HasItsTitle(
        string declared,
        string encoding,
        string title
    ) =>
        Assert.Equal(
            title,
            Assert
                .Single(
                    FeedParser
                        .Parse(
                            Bytes(
                                encoding,
                                Rss($"""<?xml version="1.0" encoding="{declared}"?>""", title)
                            )
                        )
                        .Items
                )
                .Title
        );

    [Fact]
    public void Of_FirstForeignByteFarBehind_IsFound()
    {
        var body = Bytes(
            "koi8-r",
            new string('a', 200_000) + Undeclared.First(d => d.Data.Item1 == "koi8-r").Data.Item2
        );
        Assert.Equal("koi8-r", DetectedEncoding.Of(body)?.WebName);
    }

    [Fact]
    public void Of_RandomBytes_NeverThrows()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);
            DetectedEncoding.Of(bytes);
        }
    }

    private static string Rss(string declaration, string title) =>
        $"""{declaration}<rss version="2.0"><channel><title>f</title><link>https://e.org/</link><item><title>{title}</title><link>https://e.org/1</link></item></channel></rss>""";

    private static byte[] Bytes(string encoding, string text) =>
        (
            CodePagesEncodingProvider.Instance.GetEncoding(encoding)
            ?? Encoding.GetEncoding(encoding)
        ).GetBytes(text);
}
