using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements.Wording;
using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Tokens;
using MarketPulse.Watchlists;

namespace MarketPulse.Announcements.Statements;

/// <summary>Finds what an article says about the prices of watched symbols.</summary>
public static class PriceStatementReader
{
    /// <summary>The statements in the order of the text; empty where there are none. Never throws, whatever the text.</summary>
    public static ImmutableArray<PriceStatement> Read(Article article, Watchlist watchlist)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(watchlist);
        var lexicon = PriceLexicon.Of(watchlist);
        var tokenizer = new Tokenizer(lexicon, article.Language);
        var sentences = new ReadSentences(article, tokenizer);
        var context = new ReadingContext(Main(article, watchlist, tokenizer, sentences));
        var symbols = watchlist.PricedSymbols.ToImmutableHashSet(StringComparer.Ordinal);
        var statements = ImmutableArray.CreateBuilder<PriceStatement>();
        var span = Sense.None;
        foreach (var tokens in sentences.All())
        {
            SameSpans.Mark(article.Text, tokens, span);
            span = SameSpans.Last(article.Text, tokens);
            var clause = Clause.Of(article.Text, tokens, context.Day);
            statements.AddRange(
                SentenceReader.Read(clause, context).Where(s => symbols.Contains(s.Symbol))
            );
        }

        return statements.ToImmutable();
    }

    /// <summary>
    /// Whom "the stock" means before anybody is named: the title's company, else the text's first;
    /// in a text that names nobody the only watched one, for it came here because it is about that.
    /// </summary>
    private static string? Main(
        Article article,
        Watchlist watchlist,
        Tokenizer tokenizer,
        ReadSentences sentences
    ) =>
        Topics.Of(tokenizer.Read(article.Title, new TextSpan(0, article.Title.Length)))
        ?? MostNamed(sentences)
        ?? (watchlist.Symbols is [var only] ? only.Symbol : null);

    /// <summary>The first that the text names, unless another is named twice as often.</summary>
    private static string? MostNamed(ReadSentences sentences)
    {
        var named = sentences.Kept().Select(Topics.Of).OfType<string>().ToList();
        var first = named.FirstOrDefault();
        var most = named
            .GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault();
        return most is not null && most.Count() >= 2 * named.Count(s => s == first)
            ? most.Key
            : first;
    }
}
