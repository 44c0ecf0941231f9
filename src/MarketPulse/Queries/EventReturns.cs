using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Studies;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>The stored bars of a symbol and one of its benchmarks as returns to study, and the stories as events (IO).</summary>
public sealed class EventReturns(StoredKnowledge knowledge, AnnouncementTable announcements)
{
    // A calendar year and more before an event day covers its estimation window of 260 sessions.
    private const int DaysBefore = 420;

    private const int DaysAfter = 30;

    /// <summary>Simple total returns on the exchange's sessions, a column a symbol, enough before and after for events between two days.</summary>
    /// <param name="asOf">From the bars as they stood at that instant (UTC); null for now.</param>
    /// <returns>Null where no bar is stored.</returns>
    public async Task<ReturnTable?> ReadAsync(
        string symbol,
        string benchmark,
        DateOnly from,
        DateOnly to,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var (first, last) = (from.AddDays(-DaysBefore), to.AddDays(DaysAfter));
        var aligned = new AlignedReturns(
            await knowledge.SeriesAsync(symbol, first, last, asOf, cancellation),
            await knowledge.SeriesAsync(benchmark, first, last, asOf, cancellation)
        );
        return aligned.Sessions.IsEmpty
            ? null
            : new(
                [.. aligned.Sessions],
                [symbol, benchmark],
                [aligned.Stock.ToArray(), aligned.Benchmark.ToArray()]
            );
    }

    /// <summary>
    /// The stories whose event day lies between two, both inclusive, oldest first. Several of one kind on one day are one
    /// event, told by the first: its move would else count once for each.
    /// </summary>
    /// <param name="asOf">Only those read by that instant (UTC); null for all.</param>
    public async Task<ImmutableArray<PlacedAnnouncement>> EventsAsync(
        WatchedSymbol symbol,
        DateOnly from,
        DateOnly to,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        // A story of a Friday evening, or before a holiday, falls on a later session.
        var stories = await announcements.ReadAsync(
            symbol.Symbol,
            TradingCalendar.Midnight(from.AddDays(-7)),
            TradingCalendar.Midnight(to.AddDays(7)),
            cancellation
        );
        return
        [
            .. stories
                .Select(story => story.AsOf(asOf))
                .OfType<Announcement>()
                .Select(story => new PlacedAnnouncement(story, EventDay.Of(story)))
                .Where(story => story.Day.Session >= from && story.Day.Session <= to)
                .DistinctBy(story => (story.Announcement.Kind, story.Day.Session)),
        ];
    }
}
