using System.Text;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public class FeedItemTests
{
    [Fact]
    public void Parse_SummaryOfEndlessLength_IsCutAndStandsWholeAsContent()
    {
        var words = string.Concat(Enumerable.Repeat("card ", FeedParser.SummaryLength));
        var item = Assert.Single(
            FeedParser
                .Parse(
                    Encoding.UTF8.GetBytes(
                        $"<rss><channel><item><title>T</title><description>{words}</description></item></channel></rss>"
                    )
                )
                .Items
        );

        Assert.Equal(FeedParser.SummaryLength + 1, item.Summary.Length);
        Assert.EndsWith("…", item.Summary, StringComparison.Ordinal);
        Assert.Equal(words.Trim(), item.TextUpTo(words.Length));
        Assert.Equal(words[..3000] + "…", item.TextUpTo(3000));
    }

    [Fact]
    public void TextUpTo_ContentShorterThanSummary_IsTheSummary()
    {
        var item = new FeedItem("g", "", "t", "the longer of both", null, [])
        {
            Content = "<p>short</p>",
        };
        Assert.Equal("the longer of both", item.TextUpTo(100));
    }

    /// <summary>The bundled history's results stay as they are, whether its feeds give whole texts or not.</summary>
    [Fact]
    public void TextUpTo_BundledFeeds_TellTheClaimsOfTheirSummaries()
    {
        var lexicon = LexiconFile.Read(LexiconFile.Default);
        var folder = Path.Combine(Repository.Root, "src", "MarketPulse.Cli", "History", "feeds");
        foreach (var file in Directory.GetFiles(folder, "*.xml"))
        {
            foreach (var item in FeedParser.Parse(File.ReadAllBytes(file)).Items)
            {
                var day = new DateOnly(2025, 3, 18);
                Assert.Equal(
                    StoryClaims.Read(item.Title, item.Summary, day, lexicon),
                    StoryClaims.Read(
                        item.Title,
                        item.TextUpTo(AnnouncementIngestion.ClaimsReach),
                        day,
                        lexicon
                    )
                );
            }
        }
    }
}
