using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.SessionSteps;

namespace MarketPulse.Correlation.Statements;

/// <summary>Tells which session, and which part of its day, an article was written in.</summary>
/// <param name="instant">When it was published; null where no more than a date is known, and nothing is told.</param>
internal sealed class WritingTime(DateTimeOffset? instant)
{
    /// <summary>Hours that New York is behind UTC in winter: near enough for a day.</summary>
    private const int NewYork = -5;

    /// <summary>Hours that Beijing is ahead of UTC.</summary>
    private const int Beijing = 8;

    /// <summary>For so many hours is traded after the close.</summary>
    private const int AfterHours = 4;

    /// <summary>For so many hours is traded before the open: from 4:00 to 9:30 in New York.</summary>
    private const double PreMarket = 5.5;

    /// <summary>The day that an instant falls on for its writer.</summary>
    /// <param name="eastern">Whether that is Beijing's day and not New York's.</param>
    public static DateOnly DayOf(DateTimeOffset instant, bool eastern) =>
        DateOnly.FromDateTime(instant.UtcDateTime.AddHours(eastern ? Beijing : NewYork));

    /// <summary>The session in whose hours (13 to 21 UTC) the article was written; null where no instant says so.</summary>
    public DateOnly? Session =>
        instant is { UtcDateTime.Hour: >= 13 and <= 21 } at
        && DayOf(at, eastern: false) is var day
        && IsKnown(day)
        && TradingCalendar.IsSession(day)
            ? day
            : null;

    /// <summary>The session that was running when the article was written (from 14 UTC, when it has opened all year round); null where none was.</summary>
    public DateOnly? Running =>
        Session is { } day
        && instant is { UtcDateTime.Hour: >= 14 } at
        && at < TradingCalendar.CloseOf(day)
            ? day
            : null;

    /// <summary>Whether a session had opened, as far as an instant tells.</summary>
    public bool IsFromOpenOf(DateOnly session) =>
        instant is not { } at
        || !TradingCalendar.IsSession(session)
        || at >= TradingCalendar.OpenOf(session);

    /// <summary>Whether an instant tells that a session had closed.</summary>
    public bool IsFromCloseOf(DateOnly session) =>
        instant is { } at
        && TradingCalendar.IsSession(session)
        && at >= TradingCalendar.CloseOf(session);

    /// <summary>Whether an instant tells that shares were traded between a session's close and the next one's open.</summary>
    public bool IsOutside(DateOnly session) =>
        IsFromCloseOf(session)
        && instant is { } at
        && TradingCalendar.OpenOf(TradingCalendar.After(session)) is var next
        && (
            at < TradingCalendar.CloseOf(session).AddHours(AfterHours)
            || (at < next && at >= next.AddHours(-PreMarket))
        );
}
