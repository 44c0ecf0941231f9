using System.Collections.Immutable;
using System.Text.Json;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Statements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Articles;

/// <summary>One article → everything understood of it. Pure.</summary>
public static class ArticleReading
{
    /// <summary>Price statements that are checked of one article: more are a table of prices.</summary>
    public const int MostStatements = 1000;

    /// <param name="prices">Bars by symbol, as traded; a symbol that is missing can't be checked.</param>
    public static ArticleAnswer Read(
        Article article,
        Lexicon lexicon,
        Watchlist watchlist,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(lexicon);
        var text = ReadableText.Of(article);
        var mentions = lexicon.Find(text);
        var all = PriceStatementReader.Read(article, watchlist);
        var statements = all[..Math.Min(all.Length, MostStatements)];
        var claims = ClaimReader.Read(article, text, mentions, all.Select(s => s.Span));
        var relevance = ArticleRelevance.Of(article, text, mentions, lexicon, watchlist);
        return new(
            Summary(article, text, relevance),
            [.. mentions.Select(m => new MentionAnswer(m.Name, m.Type, m.Span.Start, m.Span.End))],
            [.. claims.Select(c => Answer(c, article.Text))],
            [
                .. PriceStatementChecker
                    .CheckAll(statements, article, prices)
                    .Select(s => Answer(s, article.Text)),
            ],
            Notes(article, relevance, all.Length),
            article.Text
        );
    }

    private static ArticleSummary Summary(
        Article article,
        ReadableText text,
        ArticleRelevance relevance
    )
    {
        var (kind, reason) = Kind(article, text);
        var happened = EventDateReader.Read(article, text);
        var day =
            happened is { } known
            && known.Date >= TradingCalendar.First
            && known.Date < TradingCalendar.Last.AddDays(-7)
                ? EventDay.On(known.Date)
                : (EventDay?)null;
        return new(
            article.Title,
            EnumNames<AnnouncementKind>.Of(kind),
            reason,
            article.PublishedOn,
            article.PublishedAt,
            article.StoryDate,
            happened?.Date,
            day?.Session,
            happened is null ? "no date is given"
                : day is null ? $"{happened.Reason}; outside the trading calendar"
                : $"{happened.Reason}; {day.Value.Reason}",
            Name(article.Language),
            relevance.Symbol,
            relevance.Reason,
            article.CanonicalUrl
        );
    }

    /// <summary>By the headline, else by what the text says most.</summary>
    private static (AnnouncementKind Kind, string Reason) Kind(
        Article article,
        ReadableText text
    ) =>
        KindRules.Classify(
            CharacterFold.Fold(article.Title),
            Beginning(text.Text, article.TitleSpan?.End ?? 0)
        );

    /// <summary>As much of the text as decides, without the blanks of what was left out before it.</summary>
    private static string Beginning(string text, int from)
    {
        var begin = TextSpan.Trimmed(text, from, text.Length).Start;
        return text.Substring(begin, Math.Min(KindRules.TextLength, text.Length - begin));
    }

    private static ImmutableArray<string> Notes(
        Article article,
        ArticleRelevance relevance,
        int statements
    )
    {
        var notes = article.Notes.ToBuilder();
        if (statements > MostStatements)
        {
            notes.Add(
                $"Only the first {MostStatements} of {statements} price statements were checked."
            );
        }

        if (article.PublishedOn is null)
        {
            notes.Add(
                "No publication date was found: relative dates and periods stay open. Give it with --published."
            );
        }

        if (relevance.Symbol is null)
        {
            notes.Add($"It is about nothing watched: {relevance.Reason}.");
        }

        return notes.ToImmutable();
    }

    private static ClaimAnswer Answer(Claim claim, string text) =>
        new(
            Name(claim.Type),
            claim.Subject,
            claim.Value,
            claim.Unit,
            claim.Measure,
            claim.ComparedWith,
            claim.Due?.Words,
            claim.Arithmetic,
            claim.Span.Start,
            claim.Span.End,
            claim.Span.Of(text)
        );

    private static StatementAnswer Answer(CheckedStatement held, string text) =>
        new(
            held.Statement.Symbol,
            Name(held.Statement.Field),
            held.Statement.Value,
            held.Statement.Unit,
            held.Session,
            held.Statement.Approximate,
            Name(held.Verdict),
            held.Actual,
            held.Base,
            held.Reason,
            held.Statement.Span.Start,
            held.Statement.Span.End,
            held.Statement.Span.Of(text)
        );

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
