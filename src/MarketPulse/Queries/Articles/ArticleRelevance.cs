using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Articles;

/// <summary>Which watched symbol an article is about: a passing mention is none.</summary>
/// <param name="Symbol">Null where it is about none.</param>
/// <param name="Reason">Always given.</param>
internal sealed record ArticleRelevance(string? Symbol, string Reason)
{
    /// <summary>Mentions that make a company a subject wherever they stand.</summary>
    private const int Enough = 3;

    /// <summary>Sentences after the headline in which one mention is enough.</summary>
    private const int Lead = 2;

    public static ArticleRelevance Of(
        Article article,
        ReadableText text,
        ImmutableArray<Mention> mentions,
        Lexicon lexicon,
        Watchlist watchlist
    )
    {
        var passing = new List<string>();
        foreach (var watched in watchlist.Symbols)
        {
            // The lexicon knows more spellings of a company than a watchlist lists.
            var names = lexicon
                .Entries.Where(e =>
                    e.Type == LexiconTypes.Company && Spellings(e).Intersect(watched.Names).Any()
                )
                .Select(e => e.Name)
                .ToHashSet();
            var named = mentions.Where(m => names.Contains(m.Name)).ToList();
            if (named.Count == 0)
            {
                continue;
            }

            if (
                named.Exists(m => article.TitleSpan?.Overlaps(m.Span) == true)
                || watched.Names.Any(n => article.Title.Contains(n, StringComparison.Ordinal))
            )
            {
                return new(watched.Symbol, "its headline names the company");
            }

            var first =
                text.SentenceAt(article.TitleSpan?.End ?? 0) + (article.TitleSpan is null ? 0 : 1);
            var leads =
                text.SentenceAt(named[0].Span.Start) < first + Lead
                && !IsAboutAnother(article, mentions);
            if (leads || named.Count >= Enough)
            {
                return new(
                    watched.Symbol,
                    leads
                        ? "its first sentences name the company"
                        : $"it names the company {named.Count} times"
                );
            }

            passing.Add(watched.Symbol);
        }

        return passing.Count > 0
            ? new(null, $"it mentions {string.Join(", ", passing)} in passing only")
            : new(
                null,
                $"it names no watched company ({string.Join(", ", watchlist.Symbols.Select(s => s.Symbol))})"
            );
    }

    /// <summary>Whether the headline names a company, and nothing that is made: then the article is that company's.</summary>
    private static bool IsAboutAnother(Article article, ImmutableArray<Mention> mentions)
    {
        var told = mentions.Where(m => article.TitleSpan?.Overlaps(m.Span) == true).ToList();
        return told.Exists(m => m.Type == LexiconTypes.Company)
            && !told.Exists(m => LexiconTypes.IsMade(m.Type));
    }

    private static IEnumerable<string> Spellings(LexiconEntry entry) =>
        entry.Aliases.IsDefault ? [entry.Name] : entry.Aliases.Prepend(entry.Name);
}
