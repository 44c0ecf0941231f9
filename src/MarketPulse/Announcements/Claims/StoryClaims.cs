using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Feeds;

namespace MarketPulse.Announcements.Claims;

/// <summary>A feed item's words → the promises and deliveries that they tell. Pure.</summary>
public static class StoryClaims
{
    /// <summary>Claims that are kept of one story.</summary>
    public const int Most = 16;

    /// <summary>Characters of a sentence that are kept.</summary>
    public const int LongestQuote = 240;

    /// <param name="saidOn">The day that relative words ("next year") count from.</param>
    /// <returns>Each product and period once, in the order of the text; at most <see cref="Most"/>.</returns>
    public static ImmutableArray<StoryClaim> Read(
        string title,
        string text,
        DateOnly saidOn,
        Lexicon lexicon
    )
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var made = lexicon
            .Entries.Where(e => LexiconTypes.IsMade(e.Type))
            .Select(e => e.Name)
            .ToHashSet();
        var article = ArticleReader.Read($"{title}.\n\n{text}", lexicon, saidOn);
        var readable = ReadableText.Of(article);
        var mentions = lexicon.Find(readable);
        var promises = ClaimReader
            .Read(article, readable, mentions, [])
            .Where(c => c is { Type: ClaimType.Roadmap, Due: not null } && made.Contains(c.Subject))
            // A product taken over from another sentence is a guess, and a wrong guess would be told as a missed promise.
            .Where(c => mentions.Any(m => m.Name == c.Subject && m.Span.Overlaps(c.Span)))
            .Select(c => new StoryClaim(
                c.Subject,
                StoryClaimSort.Promise,
                c.Due,
                saidOn,
                Quote(article, readable, c.Span.Start)
            ));
        var deliveries = DeliveryReader
            .Read(readable, [.. mentions.Where(m => LexiconTypes.IsMade(m.Type))])
            .Select(m => new StoryClaim(
                m.Name,
                StoryClaimSort.Delivery,
                null,
                saidOn,
                Quote(article, readable, m.Span.Start)
            ));
        return Union([], promises.Concat(deliveries));
    }

    /// <summary>Stored claims and those of a further telling: what is said again isn't added.</summary>
    internal static ImmutableArray<StoryClaim> Union(
        ImmutableArray<StoryClaim> stored,
        IEnumerable<StoryClaim> told
    )
    {
        var known = stored.Select(Key).ToHashSet();
        StoryClaim[] fresh = [.. told.Where(c => known.Add(Key(c)))];
        return fresh.Length == 0 || stored.Length >= Most
            ? stored
            : [.. stored.Concat(fresh).Take(Most)];
    }

    private static (string, StoryClaimSort, string?) Key(StoryClaim claim) =>
        (claim.Subject, claim.Sort, claim.Due?.Words);

    private static string Quote(Article article, ReadableText text, int at)
    {
        var index = text.SentenceAt(at);
        return index < 0
            ? ""
            : FeedText.Cut(text.Sentences[index].Of(article.Text).Trim(), LongestQuote);
    }
}
