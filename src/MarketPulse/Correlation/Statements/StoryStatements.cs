using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation.Statements;

/// <summary>
/// What a stored announcement's words say about prices, held against stored bars. Pure. Nothing of it is stored: it is derived
/// when asked, so that a revised bar or a better reader shows at once.
/// </summary>
public static class StoryStatements
{
    /// <summary>Calendar days of bars before an announcement that its statements may need: the year's base and a year's comparison.</summary>
    public const int DaysOfBars = 400;

    /// <summary>Statements that are checked of one announcement; its text is a feed's, cut to <see cref="AnnouncementReader.SummaryLength"/>.</summary>
    public const int Most = 50;

    /// <param name="prices">Bars by symbol, as traded, from <see cref="DaysOfBars"/> before the announcement on.</param>
    /// <returns>In the order of the text; empty where it says nothing about prices.</returns>
    public static ImmutableArray<StoryStatement> Read(
        Announcement announcement,
        Lexicon lexicon,
        Watchlist watchlist,
        IReadOnlyDictionary<string, PriceSeries> prices
    )
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var article = ArticleReader.Read(
            $"{announcement.Title}.\n\n{announcement.Summary}",
            lexicon,
            announcement.PublishedOn ?? TradingCalendar.DateOf(announcement.OrderedAt)
        );
        var statements = PriceStatementReader.Read(article, watchlist);
        return
        [
            .. PriceStatementChecker
                .CheckAll(statements[..Math.Min(statements.Length, Most)], article, prices)
                .Select(held => new StoryStatement(held, held.Statement.Span.Of(article.Text))),
        ];
    }
}

/// <summary>One statement of an announcement.</summary>
/// <param name="Quote">The words that state it.</param>
public sealed record StoryStatement(CheckedStatement Held, string Quote);
