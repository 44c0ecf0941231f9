using System.Text;
using FsCheck;
using FsCheck.Xunit;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using static MarketPulse.Tests.Announcements.Articles.SampleText;

namespace MarketPulse.Tests.Announcements.Articles;

/// <summary>Whatever the bytes: nothing throws, and every span lies in the text.</summary>
public class HostileArticleTests
{
    private static readonly string[] Seeds =
    [
        File("keynote-zh.txt"),
        File("keynote-en.txt"),
        "<html><head><title>t</title><meta name=date content=2025-03-18></head><body><article><p>NVIDIA ships 10 <b>Rubin</b> GPUs in 2026.</p></article>",
    ];

    [Property(MaxTest = 200)]
    public void Read_AnyString_HasValidSpans(NonNull<string> text) =>
        Check(Encoding.UTF8.GetBytes(text.Get));

    [Property(MaxTest = 200)]
    public void Read_AnyBytes_HasValidSpans(byte[] bytes) => Check(bytes);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_MutatedArticle_HasValidSpans(int seed)
    {
        // Reproducible on purpose: these are inputs, not secrets.
#pragma warning disable CA5394
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Seeds[round % Seeds.Length]);
            for (var change = random.Next(1, 30); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Check(bytes[..random.Next(bytes.Length)]);
        }
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<a href=x>")]
    [InlineData("<script>")]
    [InlineData("<p x")]
    [InlineData("&")]
    [InlineData("<!--")]
    [InlineData("9")]
    [InlineData("1,000,")]
    [InlineData("十")]
    [InlineData("10 times ")]
    [InlineData("2025年")]
    [InlineData("A.")]
    [InlineData("(")]
    public void Read_ManyOfTheSame_AreRead(string piece) =>
        Check(
            Encoding.UTF8.GetBytes(
                "<html>" + string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))
            )
        );

    private static void Check(byte[] bytes)
    {
        var article = ArticleReader.Read(new ArticleBytes(bytes, PublishedOn: Day), Names);
        var text = ReadableText.Of(article);
        var mentions = Names.Find(text);
        var claims = ClaimReader.Read(article, text, mentions, []);
        Assert.Equal(article.Text.Length, text.Text.Length);
        Assert.All(
            article.Content.Concat(mentions.Select(m => m.Span)).Concat(claims.Select(c => c.Span)),
            span =>
            {
                Assert.InRange(span.Start, 0, article.Text.Length);
                Assert.InRange(span.End, span.Start + 1, article.Text.Length);
            }
        );
    }
}
