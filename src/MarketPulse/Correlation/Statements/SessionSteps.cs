using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Steps from a calendar day to sessions.</summary>
internal static class SessionSteps
{
    public static DateOnly Last(DayOfWeek weekday, DateOnly onOrBefore) =>
        onOrBefore.AddDays(-(((int)onOrBefore.DayOfWeek - (int)weekday + 7) % 7));

    public static DateOnly OnOrBefore(DateOnly date) => TradingCalendar.Before(date.AddDays(1));

    public static DateOnly Before(DateOnly date, int sessions) =>
        sessions <= 1
            ? TradingCalendar.Before(date)
            : Before(TradingCalendar.Before(date), sessions - 1);

    /// <summary>Inside the calendar, with room for a step either way.</summary>
    public static bool IsKnown(DateOnly date) =>
        date > TradingCalendar.First.AddDays(30) && date < TradingCalendar.Last.AddDays(-30);
}
