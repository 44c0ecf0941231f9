using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Reads what the mail of a measured day tells (IO): its announcements, results and bars.</summary>
public sealed class AlertContentReader(
    Watchlist watchlist,
    AnnouncementTable announcements,
    PriceTable prices,
    CorrelationTable correlations,
    StatementReader statements
)
{
    /// <summary>Calendar days of bars before the event day that a mail's chart and year-to-date figure need.</summary>
    private const int DaysOfBars = 400;

    /// <summary>What was known when it was decided: a late attempt sends the same mail.</summary>
    /// <exception cref="EmailNotSentException">Something that it tells is no longer stored; the message says what.</exception>
    public async Task<AlertContent> ReadAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        var symbol =
            watchlist.Find(notification.Symbol)
            ?? throw Missing(notification, $"{notification.Symbol} is no longer on the watchlist");
        var day = notification.EventDay;
        var from = day.AddDays(-DaysOfBars);
        var results = (await correlations.ReadAsync(symbol.Symbol, day, day, cancellation))
            .Where(r => r.WindowTo == 0)
            .ToImmutableArray();
        var midnight = TradingCalendar.Midnight(day);
        var known = await announcements.ReadAsync(
            symbol.Symbol,
            midnight.AddDays(-14),
            // A comment on a day may come a week after it.
            midnight.AddDays(8),
            cancellation
        );
        ImmutableArray<Announcement> told =
        [
            .. from id in notification.AnnouncementIds
            from announcement in known
            where announcement.Id == id
            select announcement,
        ];
        if (told.IsEmpty)
        {
            throw Missing(notification, "its announcements are no longer stored");
        }

        var leading = results.Where(r => r.AnnouncementId == told[0].Id).ToImmutableArray();
        var primary =
            leading.FirstOrDefault(r => AlertDecider.IsPrimary(r, symbol))
            ?? throw Missing(notification, "its result is no longer stored");
        var benchmark = symbol.Benchmarks[0].Symbol;
        var stockBars = await prices.ReadStoredAsync(symbol.Symbol, from, day, cancellation);
        var benchmarkBars = await prices.ReadStoredAsync(benchmark, from, day, cancellation);
        var stock = new PriceSeries(symbol.Symbol, stockBars.Select(b => b.Bar));
        var market = new PriceSeries(benchmark, benchmarkBars.Select(b => b.Bar));
        var stated = await statements.ReadAsync(
            StoryAnnouncement.Shown(told),
            day,
            new Dictionary<string, PriceSeries> { [stock.Symbol] = stock, [benchmark] = market },
            cancellation
        );
        return new AlertContent(
            told,
            leading,
            primary,
            stock,
            market,
            notification.Why,
            notification.DecidedAt,
            notification.MessageId
        )
        {
            Statements = [.. stated.SelectMany(s => s.Statements)],
            PriceSource = PriceSourceNames.Of(stockBars.Concat(benchmarkBars)),
            History = KindHistory.Of(
                primary.Kind,
                await correlations.ReadKindAsync(
                    symbol.Symbol,
                    primary.Kind,
                    primary.Benchmark,
                    day,
                    cancellation
                )
            ),
        };
    }

    private static EmailNotSentException Missing(Notification notification, string what) =>
        new($"The mail {notification.Key} can't be written: {what}.");
}
