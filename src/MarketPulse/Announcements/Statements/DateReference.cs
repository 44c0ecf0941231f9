namespace MarketPulse.Announcements.Statements;

/// <summary>A day as a text names it; the calendar resolves it later.</summary>
/// <param name="Sort">How the text names it.</param>
/// <param name="Year">The year, where the words give one.</param>
/// <param name="Month">1 to 12, where the words give one.</param>
/// <param name="Day">The day of the month, where the words give one.</param>
/// <param name="Weekday">The day of the week, where the words give one.</param>
/// <param name="Words">The words themselves; empty where nothing names a day.</param>
/// <param name="Zone">Whose day it is, as far as the words say.</param>
/// <param name="Loose">Whether the words date what happened rather than what the price did then: that may be a session later.</param>
/// <param name="YearsAgo">How many years before the text's own date "today" is: 4 for "four years ago today"; otherwise 0.</param>
public sealed record DateReference(
    DateReferenceSort Sort,
    int? Year = null,
    int? Month = null,
    int? Day = null,
    DayOfWeek? Weekday = null,
    string Words = "",
    DateZone Zone = DateZone.Unstated,
    bool Loose = false,
    int YearsAgo = 0
)
{
    public static readonly DateReference Missing = new(DateReferenceSort.Missing);

    /// <summary>The whole date; null where a part of it isn't given, or there is no such date.</summary>
    public DateOnly? Date => Year is { } year ? In(year) : null;

    /// <summary>The month and day in a year; null where one isn't given, or the year has no such day.</summary>
    public DateOnly? In(int year) =>
        Month is { } month
        && Day is { } day
        && year is >= 1 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}

public enum DateReferenceSort
{
    /// <summary>Nothing names a day.</summary>
    Missing,

    /// <summary>A month and day, with or without a year; or a day of the month alone.</summary>
    Date,

    /// <summary>A weekday: the last one on or before the text's own date.</summary>
    Weekday,

    /// <summary>A weekday of the week before.</summary>
    WeekdayBefore,

    /// <summary>"Today", 今日: the text's own date.</summary>
    Today,

    /// <summary>"That day", 当日: the day that was spoken of last.</summary>
    SameDay,

    /// <summary>"Yesterday", 隔夜.</summary>
    DayBefore,

    /// <summary>"The next day", 次日: after the day that was spoken of last.</summary>
    DayAfter,
}

/// <summary>Whose calendar a date counts in.</summary>
public enum DateZone
{
    Unstated,
    NewYork,

    /// <summary>Beijing, Hong Kong or Taipei, whose early morning is New York's day before.</summary>
    Beijing,
}
