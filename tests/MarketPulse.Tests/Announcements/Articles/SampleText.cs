using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Tests.Announcements.Articles;

/// <summary>Texts to read, and short ways to read them.</summary>
internal static class SampleText
{
    public static readonly Lexicon Names = LexiconFile.Read(LexiconFile.Default);

    public static readonly DateOnly Day = new(2025, 3, 21);

    public static string File(string name) =>
        System.IO.File.ReadAllText(
            Path.Combine(
                Repository.Root,
                "tests/MarketPulse.Tests/Announcements/Articles/Texts",
                name
            )
        );

    public static Article Read(string text, DateOnly? published = null) =>
        ArticleReader.Read(text, Names, published ?? Day);

    public static Claim[] ClaimsIn(string text, DateOnly? published = null)
    {
        var article = Read(text, published);
        var readable = ReadableText.Of(article);
        return [.. ClaimReader.Read(article, readable, Names.Find(readable), [])];
    }
}
