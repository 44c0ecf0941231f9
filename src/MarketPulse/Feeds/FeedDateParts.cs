namespace MarketPulse.Feeds;

/// <summary>A date and time as read, before it is known to exist.</summary>
/// <param name="Offset">From UTC; null where the text names no zone.</param>
/// <param name="Assumed">What had to be assumed, or null.</param>
internal sealed record FeedDateParts(
    int Year,
    int Month,
    int Day,
    TimeSpan Time,
    TimeSpan? Offset,
    string? Assumed = null
)
{
    /// <summary>What is dated before it has no date: nothing that a feed tells is.</summary>
    public const int FirstYear = 1900;

    /// <summary>The instant in UTC, or null where there is no such day, hour or zone.</summary>
    public DateTimeOffset? Instant()
    {
        if (
            Year is < FirstYear or > 9990
            || Month is < 1 or > 12
            || Day < 1
            || Day > DateTime.DaysInMonth(Year, Month)
            || Time < TimeSpan.Zero
            // 24:00 is the next midnight.
            || Time > TimeSpan.FromDays(1)
            || (Offset ?? default).Duration() > TimeSpan.FromHours(14)
        )
        {
            return null;
        }

        return new DateTimeOffset(
            new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc) + Time - (Offset ?? default)
        );
    }

    /// <summary>Two digits are of this century up to 49, as RFC 5322 (4.3) has it; three count from 1900.</summary>
    public static int FullYear(int year, int digits) =>
        digits switch
        {
            2 => year < 50 ? 2000 + year : 1900 + year,
            3 => 1900 + year,
            _ => year,
        };

    /// <summary>A time of day, or null; a leap second counts as the second before it.</summary>
    public static TimeSpan? TimeOf(int hour, int minute, int second, double fraction = 0) =>
        hour is >= 0 and <= 24 && minute is >= 0 and < 60 && second is >= 0 and <= 60
            ? new TimeSpan(hour, minute, Math.Min(second, 59))
                + TimeSpan.FromTicks((long)(fraction * TimeSpan.TicksPerSecond))
            : null;
}
