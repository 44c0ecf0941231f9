using System.Globalization;
using MarketPulse.Announcements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation;

/// <summary>The session on which the market could first act on an announcement (τ = 0), and why that one.</summary>
/// <param name="Session">The exchange's date.</param>
/// <param name="Reason">In words: <c>before open</c>, <c>in session</c>, <c>after close</c>, <c>weekend</c>, a holiday's name, <c>time unknown</c>, or the session that a comment reports.</param>
/// <param name="TimeKnown">False when only a date is known: then day +1 belongs in the window too.</param>
public readonly record struct EventDay(DateOnly Session, string Reason, bool TimeKnown)
{
    /// <summary>
    /// Places an announcement: by its published instant, else its date, else when it was first seen. A market comment that tells
    /// how a session went belongs to that session.
    /// </summary>
    public static EventDay Of(Announcement announcement) =>
        ReportedSession.Of(announcement) is { } reported
            ? At(announcement.PublishedAt!.Value) with
            {
                Session = reported.Session,
                Reason =
                    $"reports the session of {reported.Session:yyyy-MM-dd} ({reported.Because}), published {In(announcement.PublishedAt!.Value):yyyy-MM-dd HH:mm} New York",
            }
            : announcement switch
            {
                { PublishedAt: { } instant } => At(instant),
                { PublishedOn: { } date } => On(date),
                _ => At(announcement.FirstSeenAt) with
                {
                    Reason =
                        $"time unknown, first seen {In(announcement.FirstSeenAt):yyyy-MM-dd HH:mm} New York",
                    TimeKnown = false,
                },
            };

    /// <summary>
    /// Before or during a session gives that session; at or after its close (13:00 on early closes), on a weekend or on
    /// a holiday, the next one. The close itself is after the session: nobody could trade on it.
    /// </summary>
    public static EventDay At(DateTimeOffset instant)
    {
        var date = TradingCalendar.DateOf(instant);
        var clock = In(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
        if (TradingCalendar.ClosedBecause(date) is { } closed)
        {
            return new(TradingCalendar.OnOrAfter(date), $"{closed}: next session", true);
        }

        if (instant >= TradingCalendar.CloseOf(date))
        {
            var early = TradingCalendar.IsEarlyClose(date) ? " of an early-close session" : "";
            return new(
                TradingCalendar.After(date),
                $"after close ({clock} New York){early}: next session",
                true
            );
        }

        return instant < TradingCalendar.OpenOf(date)
            ? new(date, $"before open ({clock} New York)", true)
            : new(date, $"in session ({clock} New York)", true);
    }

    /// <summary>A date without a time of day: that date's session, or the next one.</summary>
    public static EventDay On(DateOnly date) =>
        TradingCalendar.ClosedBecause(date) is { } closed
            ? new(TradingCalendar.OnOrAfter(date), $"time unknown, {closed}: next session", false)
            : new(date, "time unknown: the date's session", false);

    private static DateTimeOffset In(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TradingCalendar.Zone);
}
