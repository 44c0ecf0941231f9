using System.Collections.Immutable;

namespace MarketPulse.Announcements.Articles;

/// <summary>One article's text, made ready for reading: what counts as its content, and when it was written.</summary>
/// <param name="Text">Everything that spans point into: a plain file's own characters, or what a page's markup says.</param>
/// <param name="Title">The headline without the site's name or inserted noise; empty where there is none.</param>
/// <param name="TitleSpan">Where <paramref name="Title"/> stands in the text; null where it comes from metadata.</param>
/// <param name="Content">The spans that are the article itself, headline first, in order: bylines, captions and inserted spam are left out.</param>
/// <param name="PublishedAt">The instant that the page gives (UTC); null where it gives none.</param>
/// <param name="PublishedOn">The date that the page gives, as written there; null where it gives none.</param>
/// <param name="StoryDate">The dateline's date ("3 月 19 日讯", "SAN JOSE, March 18"), its year resolved; null where there is none.</param>
/// <param name="Language">What the text is written in.</param>
/// <param name="Notes">What was left out or not understood, and why.</param>
public sealed record Article(
    string Text,
    string Title,
    TextSpan? TitleSpan,
    ImmutableArray<TextSpan> Content,
    DateTimeOffset? PublishedAt,
    DateOnly? PublishedOn,
    DateOnly? StoryDate,
    ArticleLanguage Language,
    ImmutableArray<string> Notes
)
{
    /// <summary>The address that the page gives for itself; null where it gives none.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>The day that relative words ("this year", "next month") count from: the story's, else the publication's.</summary>
    public DateOnly? WrittenOn => StoryDate ?? PublishedOn;
}

/// <summary>The languages that are told apart; another one is read as English.</summary>
public enum ArticleLanguage
{
    English,
    Chinese,
    German,
}
