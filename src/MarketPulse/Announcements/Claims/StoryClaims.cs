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
    /// <param name="about">The names of the company that the story is about; others' products are left out. Empty: every product counts.</param>
    /// <returns>Each product and period once, in the order of the text; at most <see cref="Most"/>.</returns>
    public static ImmutableArray<StoryClaim> Read(
        string title,
        string text,
        DateOnly saidOn,
        Lexicon lexicon,
        IReadOnlyCollection<string>? about = null
    )
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(lexicon);
        var own = lexicon
            .Entries.Where(e => e.By is null || about is not { Count: > 0 } || IsBy(e.By, about))
            .ToLookup(e => e.Name, StringComparer.Ordinal);
        var article = ArticleReader.Read($"{title}.\n\n{text}", lexicon, saidOn);
        var readable = ReadableText.Of(article);
        var mentions = lexicon.Find(readable);
        var promised = StoryPromises
            .Read(readable, mentions, title.Length, saidOn, about ?? [])
            .ToList();
        var ahead = promised.Select(p => p.Sentence).ToHashSet();
        var promises = promised
            .Where(p => own.Contains(p.Name))
            .Select(p => new StoryClaim(
                p.Name,
                StoryClaimSort.Promise,
                p.Period.Period,
                saidOn,
                Quote(article, readable, p.Sentence)
            ));
        var deliveries = DeliveryReader
            .Read(readable, [.. mentions.Where(m => LexiconTypes.IsMade(m.Type))])
            // "Starts shipping in October" looks ahead without a word that says so.
            .Where(m => own.Contains(m.Name) && !ahead.Contains(readable.SentenceAt(m.Span.Start)))
            .SelectMany(m =>
                own[m.Name]
                    .SelectMany(e => e.Brings.IsDefault ? [] : e.Brings)
                    .Prepend(m.Name)
                    .Select(name => new StoryClaim(
                        name,
                        StoryClaimSort.Delivery,
                        null,
                        saidOn,
                        Quote(article, readable, readable.SentenceAt(m.Span.Start))
                    ))
            );
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

    private static bool IsBy(string maker, IReadOnlyCollection<string> about) =>
        about.Contains(maker, StringComparer.OrdinalIgnoreCase);

    private static string Quote(Article article, ReadableText text, int sentence) =>
        sentence < 0
            ? ""
            : FeedText.Cut(text.Sentences[sentence].Of(article.Text).Trim(), LongestQuote);
}
