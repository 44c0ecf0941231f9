using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation.Statements;

/// <summary>
/// What a stored announcement's words say about prices, to be held against stored bars. Pure. Nothing of it is stored: it is
/// derived when asked, so that a revised bar or a better reader shows at once.
/// </summary>
public sealed class StoryStatements
{
    /// <summary>Calendar days of bars before an announcement that its statements may need: the year's base and a year's comparison.</summary>
    public const int DaysOfBars = 400;

    /// <summary>Statements that are checked of one announcement; its text is a feed's, cut to <see cref="AnnouncementReader.SummaryLength"/>.</summary>
    public const int Most = 50;

    private readonly Article _article;
    private readonly ImmutableArray<PriceStatement> _statements;

    private StoryStatements(Article article, ImmutableArray<PriceStatement> statements) =>
        (_article, _statements) = (article, statements);

    public bool IsEmpty => _statements.IsEmpty;

    /// <summary>Whose prices they are, each once: bars of no other are needed.</summary>
    public IEnumerable<string> Symbols => _statements.Select(s => s.Symbol).Distinct();

    /// <summary>Reads the words; no bar is needed for that.</summary>
    public static StoryStatements Find(
        Announcement announcement,
        Lexicon lexicon,
        Watchlist watchlist
    )
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var article = ArticleReader.Read(
            $"{announcement.Title}.\n\n{announcement.Summary}",
            lexicon,
            announcement.PublishedOn ?? TradingCalendar.DateOf(announcement.OrderedAt)
        );
        var statements = PriceStatementReader.Read(article, watchlist);
        return new(article, statements[..Math.Min(statements.Length, Most)]);
    }

    /// <param name="prices">Bars by symbol, as traded, from <see cref="DaysOfBars"/> before the announcement on.</param>
    /// <returns>In the order of the text.</returns>
    public ImmutableArray<StoryStatement> Check(IReadOnlyDictionary<string, PriceSeries> prices) =>
        [
            .. PriceStatementChecker
                .CheckAll(_statements, _article, prices)
                .Select(held => new StoryStatement(held, held.Statement.Span.Of(_article.Text))),
        ];
}

/// <summary>One statement of an announcement.</summary>
/// <param name="Quote">The words that state it.</param>
public sealed record StoryStatement(CheckedStatement Held, string Quote);
