using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Holds what announcements say about prices against stored bars (IO). No bar is read where they say nothing.</summary>
public sealed class StatementReader(Watchlist watchlist, Lexicon lexicon, PriceTable prices)
{
    private static readonly Dictionary<string, PriceSeries> NoPrices = [];

    /// <param name="last">The last session whose bars count (inclusive).</param>
    /// <param name="known">Bars that have been read already, by symbol.</param>
    /// <returns>The announcements that state a price, in the order given.</returns>
    public async Task<ImmutableArray<AnnouncementStatements>> ReadAsync(
        IEnumerable<Announcement> announcements,
        DateOnly last,
        IReadOnlyDictionary<string, PriceSeries>? known,
        CancellationToken cancellation
    )
    {
        var stating = (
            from announcement in announcements
            let said = StoryStatements.Read(announcement, lexicon, watchlist, NoPrices)
            where said.Length > 0
            select (announcement, Symbols: said.Select(s => s.Held.Statement.Symbol).Distinct())
        ).ToList();
        if (stating.Count == 0)
        {
            return [];
        }

        var from = TradingCalendar
            .DateOf(stating.Min(s => s.announcement.OrderedAt))
            .AddDays(-StoryStatements.DaysOfBars);
        var bars = new Dictionary<string, PriceSeries>(known ?? NoPrices);
        foreach (var symbol in stating.SelectMany(s => s.Symbols).Distinct())
        {
            if (!bars.ContainsKey(symbol))
            {
                bars[symbol] = await prices.ReadAsync(symbol, from, last, cancellation);
            }
        }

        return
        [
            .. stating.Select(s => new AnnouncementStatements(
                s.announcement,
                [
                    .. StoryStatements
                        .Read(s.announcement, lexicon, watchlist, bars)
                        .Select(said => Careful(said, bars)),
                ],
                s.Symbols.Min(symbol => bars[symbol] is { Count: > 0 } b ? b[^1].Session : default)
            )),
        ];
    }

    /// <summary>
    /// A figure that is its session's close to the last digit is no wrong open, high or low: the words were misread ("last at
    /// $110.42, lose ground before the opening"), and nobody is to be told that they are wrong.
    /// </summary>
    internal static StoryStatement Careful(
        StoryStatement said,
        IReadOnlyDictionary<string, PriceSeries> bars
    ) =>
        said.Held
            is {
                Verdict: StatementVerdict.Contradicted,
                Session: { } session,
                Statement: { IsChange: false, Field: not PriceField.Close } statement,
            }
        && bars.GetValueOrDefault(statement.Symbol) is { } series
        && series.IndexOf(session) is >= 0 and var at
        && Math.Abs(series[at].Close - statement.Value)
            < 0.5 * Math.Pow(10, -statement.Decimals) + 1e-9
            ? said with
            {
                Held = said.Held with
                {
                    Verdict = StatementVerdict.CannotCheck,
                    Actual = null,
                    Reason =
                        $"It is the close of {Figures.Date(session)}; which price the words mean can't be told.",
                },
            }
            : said;
}

/// <summary>An announcement and the prices that it states.</summary>
/// <param name="PricedTo">The last session whose bar is stored of every symbol that it speaks of; the year 1 where one has none.</param>
public sealed record AnnouncementStatements(
    Announcement Announcement,
    ImmutableArray<StoryStatement> Statements,
    DateOnly PricedTo
)
{
    /// <summary>Whether the bars reach the session of the day that it was published on: before that it can't be held to them.</summary>
    public bool IsCheckable
    {
        get
        {
            var day = Announcement.PublishedOn ?? TradingCalendar.DateOf(Announcement.OrderedAt);
            return PricedTo >= (TradingCalendar.IsSession(day) ? day : TradingCalendar.Before(day));
        }
    }
}
