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
            let said = StoryStatements.Find(announcement, lexicon, watchlist)
            where !said.IsEmpty
            select (announcement, said)
        ).ToList();
        if (stating.Count == 0)
        {
            return [];
        }

        var from = TradingCalendar
            .DateOf(stating.Min(s => s.announcement.OrderedAt))
            .AddDays(-StoryStatements.DaysOfBars);
        var bars = new Dictionary<string, PriceSeries>(
            known ?? ImmutableDictionary<string, PriceSeries>.Empty
        );
        foreach (var symbol in stating.SelectMany(s => s.said.Symbols).Distinct())
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
                s.said.Check(bars),
                s.said.Symbols.Min(symbol =>
                    bars[symbol] is { Count: > 0 } b ? b[^1].Session : default
                )
            )),
        ];
    }
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
