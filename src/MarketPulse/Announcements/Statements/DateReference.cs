namespace MarketPulse.Announcements.Statements;

/// <summary>A day as a text names it; the calendar resolves it later.</summary>
/// <param name="Sort">How the text names it.</param>
/// <param name="Date">The date that the words give, its year resolved where the text allows; null for relative ones.</param>
/// <param name="Words">The words themselves; empty where nothing names a day.</param>
/// <param name="Beijing">Whether the words count in Beijing time, whose night is New York's day before.</param>
public sealed record DateReference(
    DateReferenceSort Sort,
    DateOnly? Date,
    string Words,
    bool Beijing
);

public enum DateReferenceSort
{
    /// <summary>Nothing names a day.</summary>
    Missing,

    /// <summary>A month and day, with or without a year.</summary>
    Date,

    /// <summary>A weekday: the last one on or before the text's own date.</summary>
    Weekday,

    /// <summary>"Today", "on the day", 当日.</summary>
    SameDay,

    /// <summary>"Yesterday", 前一日, 隔夜.</summary>
    DayBefore,

    /// <summary>"The next day", 次日.</summary>
    DayAfter,
}
