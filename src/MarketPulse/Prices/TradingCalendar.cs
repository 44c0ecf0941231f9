namespace MarketPulse.Prices;

/// <summary>The New York Stock Exchange's sessions from 2000 to 2030: which dates, and when each closes.</summary>
/// <remarks>
/// Dates are the exchange's own (America/New_York). Holidays follow NYSE Rule 7.2; closures that no rule foresees are listed.
/// A session opens at 09:30 and closes at 16:00, or at 13:00 on early closes.
/// </remarks>
public static class TradingCalendar
{
    public static readonly DateOnly First = new(2000, 1, 1);
    public static readonly DateOnly Last = new(2030, 12, 31);

    /// <summary>America/New_York.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(
        "America/New_York"
    );

    private static readonly TimeOnly Opening = new(9, 30);
    private static readonly TimeOnly Closing = new(16, 0);
    private static readonly TimeOnly EarlyClosing = new(13, 0);

    private static readonly HashSet<DateOnly> Unforeseen =
    [
        // The attacks of 11 September 2001.
        new(2001, 9, 11),
        new(2001, 9, 12),
        new(2001, 9, 13),
        new(2001, 9, 14),
        // Days of mourning: Reagan, Ford, G. H. W. Bush, Carter.
        new(2004, 6, 11),
        new(2007, 1, 2),
        new(2018, 12, 5),
        new(2025, 1, 9),
        // Hurricane Sandy.
        new(2012, 10, 29),
        new(2012, 10, 30),
    ];

    /// <summary>The instant at which a date begins in New York (UTC).</summary>
    public static DateTimeOffset Midnight(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The exchange's date at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <exception cref="ArgumentOutOfRangeException">The date is outside 2000–2030.</exception>
    public static bool IsSession(DateOnly date) => ClosedBecause(date) is null;

    /// <summary>Why there is no session on a date (weekend, or the holiday's name), or null where there is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside 2000–2030.</exception>
    public static string? ClosedBecause(DateOnly date)
    {
        if (date < First || date > Last)
        {
            throw new ArgumentOutOfRangeException(
                nameof(date),
                $"The trading calendar covers {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, not {date:yyyy-MM-dd}."
            );
        }

        return date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend"
            : Unforeseen.Contains(date) ? "special closure"
            : MarketHolidays.NameOf(date);
    }

    /// <summary>Whether the session closes at 13:00; false where there is no session.</summary>
    public static bool IsEarlyClose(DateOnly date) =>
        IsSession(date) && MarketHolidays.IsEarlyClose(date);

    /// <summary>The instant at which a session opens (UTC).</summary>
    public static DateTimeOffset OpenOf(DateOnly session) => At(session, Opening);

    /// <summary>The instant at which a session closes (UTC); that instant no longer belongs to it.</summary>
    public static DateTimeOffset CloseOf(DateOnly session) =>
        At(session, IsEarlyClose(session) ? EarlyClosing : Closing);

    /// <summary>The first session on or after a date.</summary>
    public static DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsSession(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The first session after a date.</summary>
    public static DateOnly After(DateOnly date) => OnOrAfter(date.AddDays(1));

    /// <summary>The last session before a date.</summary>
    public static DateOnly Before(DateOnly date)
    {
        do
        {
            date = date.AddDays(-1);
        } while (!IsSession(date));

        return date;
    }

    /// <summary>The session so many sessions later (or earlier, if negative) than a session.</summary>
    public static DateOnly Offset(DateOnly session, int sessions)
    {
        for (; sessions > 0; sessions--)
        {
            session = After(session);
        }

        for (; sessions < 0; sessions++)
        {
            session = Before(session);
        }

        return session;
    }

    /// <summary>The sessions from one date to another, both inclusive.</summary>
    public static IEnumerable<DateOnly> Sessions(DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (IsSession(date))
            {
                yield return date;
            }
        }
    }

    /// <summary>The last session whose close plus a margin lies at or before an instant.</summary>
    public static DateOnly LastCompleted(DateTimeOffset instant, TimeSpan margin)
    {
        var date = DateOf(instant);
        return IsSession(date) && CloseOf(date) + margin <= instant ? date : Before(date);
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
