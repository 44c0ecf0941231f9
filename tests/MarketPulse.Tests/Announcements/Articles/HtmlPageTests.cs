using MarketPulse.Announcements.Articles;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Articles;

public class HtmlPageTests
{
    private const string Prose =
        "NVIDIA today announced a new system for data centers, which it will ship in the second half of 2025 to its customers.";

    [Fact]
    public void Read_Page_KeepsItsProseOnly()
    {
        var article = Page(
            $"""
            <html><head><title>A new system - Some Site</title><script>var p = "<p>not this</p>";</script></head>
            <body><nav><a href="/">Home of all the news that there is to be read today</a></nav>
            <div class="related-posts"><p>Another story that has nothing to do with this one, told at length.</p></div>
            <h1>A new system</h1><p>{Prose}</p>
            <p><a href="/x">A link to a story that is as long as a paragraph would be here</a></p>
            <footer>All rights reserved by the people who own this site and everything on it.</footer></body></html>
            """
        );
        Assert.Equal("A new system", article.Title);
        Assert.Equal($"A new system\n{Prose}", article.Text);
        Assert.Equal(new TextSpan(0, 12), article.TitleSpan);
    }

    [Fact]
    public void Read_MarkedArticle_IsTakenBeforeOtherProse()
    {
        var article = Page(
            $"<body><p>Words before the article that are long enough to be taken for prose.</p><article><p>{Prose}</p><p>Short but in the article.</p></article></body>"
        );
        Assert.Equal($"{Prose}\nShort but in the article.", article.Text);
    }

    [Theory]
    [InlineData("""<meta property="article:published_time" content="2025-03-18T16:30:00-04:00">""")]
    [InlineData("""<meta name="pubdate" content="2025-03-18T20:30:00Z">""")]
    [InlineData(
        """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-03-18T20:30:00Z"}]}</script>"""
    )]
    [InlineData("""<time datetime="2025-03-18T20:30:00+00:00">18 March</time>""")]
    public void Read_Metadata_GiveTheInstant(string head)
    {
        var article = Page($"<html><head>{head}</head><body><p>{Prose}</p></body></html>");
        Assert.Equal(
            new DateTimeOffset(2025, 3, 18, 20, 30, 0, TimeSpan.Zero),
            article.PublishedAt
        );
        Assert.Equal(new DateOnly(2025, 3, 18), article.PublishedOn);
    }

    [Fact]
    public void Read_CanonicalAddress_IsKept() =>
        Assert.Equal(
            new Uri("https://e.org/a"),
            Page(
                $"""<html><head><link rel="canonical" href="https://e.org/a"></head><p>{Prose}</p>"""
            ).CanonicalUrl
        );

    [Fact]
    public void Read_EntitiesAndInlineTags_BecomeWords() =>
        Assert.Contains(
            "R&D at NVIDIA’s labs costs more than ever",
            Page(
                "<p>R&amp;D at <b>NVIDIA</b>&rsquo;s   labs\ncosts more than ever before in its history.</p>"
            ).Text
        );

    [Fact]
    public void Read_TableRow_IsALine() =>
        Assert.Contains(
            "NVDA NVIDIA CORP. 1,224.40 +60.03 +5.16%",
            Page(
                "<html><table><tr><td>NVDA</td><td>NVIDIA CORP.</td><td>1,224.40</td><td>+60.03</td><td>+5.16%</td></tr></table>"
            ).Text
        );

    [Theory]
    [InlineData("<html><script>document.write('x')</script>")]
    [InlineData("<html><!--")]
    [InlineData("<html><title")]
    [InlineData("<!doctype html>")]
    public void Read_PageWithoutProse_SaysSo(string html) =>
        Assert.Contains(Page(html).Notes, n => n.Contains("no prose"));

    [Fact]
    public void Read_Feed_IsSaidToBeOne() =>
        Assert.Contains(
            Page(
                $"<?xml version=\"1.0\"?><rss><channel><item><title>x</title><description>{Prose}</description></item></channel></rss>"
            ).Notes,
            n => n.Contains("feed")
        );

    private static Article Page(string html) => ArticleReader.Read(html, Names);
}
