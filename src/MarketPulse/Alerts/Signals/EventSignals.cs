using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Prices;

namespace MarketPulse.Alerts.Signals;

/// <summary>Events of the next day, told the day before. Pure.</summary>
public static class EventSignals
{
    /// <param name="today">The exchange's date.</param>
    public static IEnumerable<Signal> Of(
        string symbol,
        IEnumerable<DatedEvent> events,
        DateOnly today,
        Wording words
    ) =>
        from coming in events
        where coming.Day == today.AddDays(1)
        where coming.Symbol is null || coming.Symbol == symbol
        let title = MailText.Line(coming.Title)
        let when = coming.At is { } at ? words.Instant(at) : words.Date(coming.Day)
        let closed = TradingCalendar.ClosedBecause(coming.Day)
        select new Signal(
            symbol,
            $"event_{coming.Day:yyyyMMdd}_{Plain(title)}",
            AnnouncementKind.Other,
            title,
            today,
            $"the events file has it for {coming.Day:yyyy-MM-dd}, which is tomorrow",
            Notice.Of(
                words[$"{symbol}, tomorrow: {title}"],
                title,
                closed is null
                    ? words[$"It is announced for {when}; the exchange is open that day."]
                    : words[
                        $"It is announced for {when}; the exchange is closed that day ({words.Stored(closed)})."
                    ]
            ),
            $"{symbol}_event_{coming.Day:yyyyMMdd}_{Plain(title)}"
        );

    private static string Plain(string text) =>
        string.Concat(
            text.Take(60).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')
        );
}
