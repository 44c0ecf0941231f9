using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace MarketPulse.Queries.Events;

/// <summary>
/// Announced events as a calendar (iCalendar, RFC 5545), for one to subscribe to. Events with a time carry it in UTC, which
/// every calendar shows in its own zone; others are whole days, the exchange's.
/// </summary>
internal static class EventCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <param name="stamp">When the events were last written down (UTC): not when they were asked for, so that unchanged events are the same bytes.</param>
    public static string Write(IEnumerable<EventAnswer> events, DateTimeOffset stamp)
    {
        var calendar = new Calendar { ProductId = "-//MarketPulse//Announced events//EN" };
        foreach (var announced in events)
        {
            var title = string.Concat(announced.Title.Select(c => char.IsControl(c) ? ' ' : c));
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = announced.Uid,
                    DtStamp = Instant(stamp),
                    Summary = announced.Symbol is { } symbol ? $"{symbol}: {title}" : title,
                    Start = announced.At is { } at ? Instant(at) : new CalDateTime(announced.Day),
                    // It takes nobody's time: the calendar's owner isn't busy.
                    Transparency = TransparencyType.Transparent,
                }
            );
        }

        // Every line ends so, the last one too (RFC 5545, 3.1).
        return new CalendarSerializer().SerializeToString(calendar)!.TrimEnd() + "\r\n";
    }

    private static CalDateTime Instant(DateTimeOffset instant) =>
        new(instant.UtcDateTime, CalDateTime.UtcTzId);
}
