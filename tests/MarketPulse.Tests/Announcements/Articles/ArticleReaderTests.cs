using System.Globalization;
using System.Text;
using MarketPulse.Announcements.Articles;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Articles;

public class ArticleReaderTests
{
    [Theory]
    [InlineData("标题在此\n发布日期:2025-03-21 12:29 点击次数:124\n正文。")]
    [InlineData("标题在此\n发布时间：2025年3月21日\n正文。")]
    [InlineData("A headline\nPublished March 21, 2025\nThe text.")]
    [InlineData("A headline\nUpdated: 21 March 2025, 10:00\nThe text.")]
    [InlineData("A headline\n2025/03/21 12:29 Some Site\nThe text.")]
    [InlineData("A headline\nBy Ada Writer, March 21, 2025\nThe text.")]
    public void Read_PublicationLine_GivesTheDateAndIsNoContent(string text)
    {
        var article = ArticleReader.Read(text, Names);
        Assert.Equal(new DateOnly(2025, 3, 21), article.PublishedOn);
        Assert.Equal(2, article.Content.Length);
    }

    [Theory]
    // A date in the text comes first, unless it lies behind the publication: then it is another headline's.
    [InlineData("标题在此\n(2025/11/22 10:37)\n正文。", "2025-03-19")]
    [InlineData("标题在此\n(2025/11/22 10:37)\n2025/03/18 09:41 某某新闻\n正文。", "2025-03-18")]
    [InlineData("标题在此\n2025/03/20 09:41 某某新闻\n正文。", "2025-03-20")]
    public void Read_PublicationKnown_TakesNoLaterLine(string text, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            ArticleReader.Read(text, Names, new DateOnly(2025, 3, 19)).PublishedOn
        );

    [Fact]
    public void Read_InstantWithItsZone_IsUtc() =>
        Assert.Equal(
            new DateTimeOffset(2025, 3, 21, 16, 29, 0, TimeSpan.Zero),
            ArticleReader
                .Read("A headline\nPublished March 21, 2025 12:29 PM ET\nThe text.", Names)
                .PublishedAt
        );

    [Theory]
    [InlineData("蓝鲸新闻 3 月 19 日讯(记者 某某)正文在此。", "正文在此。")]
    [InlineData("路透3月19日電 正文在此。", "正文在此。")]
    [InlineData("SAN JOSE, Calif., March 19, 2025 (GLOBE NEWSWIRE) -- The text.", "The text.")]
    [InlineData("SAN JOSE, Calif.—March 19, 2025—The text.", "The text.")]
    [InlineData("March 19 (Reuters) - The text.", "The text.")]
    public void Read_Dateline_GivesTheStoryDateAndIsNoContent(string text, string content)
    {
        var article = Read(text);
        Assert.Equal(new DateOnly(2025, 3, 19), article.StoryDate);
        Assert.Equal(content, Assert.Single(article.Content).Of(article.Text));
    }

    [Fact]
    public void Read_DatelineAfterThePublication_IsOfTheYearBefore() =>
        Assert.Equal(
            new DateOnly(2024, 12, 30),
            Read("某社 12 月 30 日讯 正文。", new DateOnly(2025, 1, 2)).StoryDate
        );

    [Theory]
    [InlineData("图片来源:视觉中国")]
    [InlineData("图片起原:视觉中国")]
    [InlineData("图源：英伟达")]
    [InlineData("Image source: NVIDIA")]
    [InlineData("Photo by A. Writer")]
    [InlineData("记者 朱某")]
    [InlineData("责任编辑：某某")]
    [InlineData("By Ada Writer")]
    [InlineData("Subscribe to our newsletter")]
    [InlineData("相关阅读：其他新闻")]
    [InlineData("澳门新葡京娱乐平台")]
    public void Read_LineThatIsNoArticle_IsLeftOutAndNoted(string line)
    {
        var article = Read(
            $"A headline of the day\nThe first paragraph.\n{line}\nThe second paragraph."
        );
        Assert.DoesNotContain(article.Content, c => c.Of(article.Text) == line);
        Assert.Equal(3, article.Content.Length);
        Assert.NotEmpty(article.Notes);
    }

    [Fact]
    public void Read_FragmentThatStandsBesideTheTitleAloneAndGlued_IsSpamEverywhere()
    {
        var article = Read(
            "loan 速贷 英伟达发布新芯片\nloan 速贷\n大家的反应都是loan 速贷,很平静。\n芯片很快loan 速贷"
        );
        Assert.Equal("英伟达发布新芯片", article.Title);
        Assert.DoesNotContain(article.Content, c => c.Of(article.Text).Contains("loan"));
        Assert.Contains(article.Notes, n => n.Contains("'loan 速贷' (4×)"));
    }

    [Fact]
    public void Read_HeadingThatRecursInTheText_IsNoSpam()
    {
        var article = Read(
            "Feynman 是英伟达的下一代架构\nFeynman\nFeynman将在 2028 年面世。\n下一代架构是Feynman"
        );
        Assert.DoesNotContain(article.Notes, n => n.Contains("spam"));
    }

    [Theory]
    [InlineData("gb18030", "text/html; charset=gbk")]
    [InlineData("gb18030", null)]
    [InlineData("big5", "text/html; charset=big5")]
    [InlineData("big5", null)]
    [InlineData("utf-8", "text/html; charset=gbk")]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    public void Read_ChineseInAnyEncoding_IsDecoded(string encoding, string? contentType)
    {
        const string Text =
            "輝達發布新的晶片。公司的執行長在大會上說,這是一個新的時代,我們要用新的方法來做這件事。";
        var encoder =
            CodePagesEncodingProvider.Instance.GetEncoding(encoding)
            ?? Encoding.GetEncoding(encoding);
        byte[] bytes =
        [
            .. encoder
                .GetPreamble()
                .Where(_ => encoding.StartsWith("utf-16", StringComparison.Ordinal)),
            .. encoder.GetBytes(Text),
        ];
        Assert.Equal(Text, ArticleReader.Read(new ArticleBytes(bytes, contentType), Names).Text);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNotPartOfTheText() =>
        Assert.Equal(
            "The text.",
            ArticleReader
                .Read(
                    new ArticleBytes(
                        new byte[] { 0xEF, 0xBB, 0xBF }
                            .Concat("The text."u8.ToArray())
                            .ToArray()
                    ),
                    Names
                )
                .Text
        );

    [Fact]
    public void Read_BytesThatAreNoText_SaysSo() =>
        Assert.Contains(
            ArticleReader.Read(new ArticleBytes(new byte[5000]), Names).Notes,
            n => n.Contains("no text")
        );

    [Theory]
    [InlineData(
        "Der Kurs ist mit der Zeit nicht auf das Niveau von gestern gefallen.",
        ArticleLanguage.German
    )]
    [InlineData("The price of the stock is at the level of yesterday.", ArticleLanguage.English)]
    [InlineData("英伟达 CEO 在 GTC 上说。", ArticleLanguage.Chinese)]
    public void Read_Language_IsTold(string text, ArticleLanguage language) =>
        Assert.Equal(language, Read(text).Language);
}
