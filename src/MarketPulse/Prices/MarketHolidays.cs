namespace MarketPulse.Prices;

/// <summary>The rules behind the exchange's holidays and early closes (NYSE Rule 7.2 and its yearly notices since 2000).</summary>
internal static class MarketHolidays
{
    /// <summary>The holiday kept on a weekday, or null.</summary>
    public static string? NameOf(DateOnly date) =>
        (date.Month, date.Day) switch
        {
            // A New Year's Day on a Saturday is not kept: the Friday before closes the books of the year.
            (1, 1) or (1, 2) when IsKeptOn(date, 1, 1, saturdayMovesBack: false) =>
                "New Year's Day",
            (1, >= 15 and <= 21) when date.DayOfWeek == DayOfWeek.Monday =>
                "Martin Luther King Jr. Day",
            (2, >= 15 and <= 21) when date.DayOfWeek == DayOfWeek.Monday => "Washington's Birthday",
            (3 or 4, _) when date == Easter(date.Year).AddDays(-2) => "Good Friday",
            (5, >= 25) when date.DayOfWeek == DayOfWeek.Monday => "Memorial Day",
            (6, _) when date.Year >= 2022 && IsKeptOn(date, 6, 19) => "Juneteenth",
            (7, _) when IsKeptOn(date, 7, 4) => "Independence Day",
            (9, <= 7) when date.DayOfWeek == DayOfWeek.Monday => "Labor Day",
            (11, >= 22 and <= 28) when date.DayOfWeek == DayOfWeek.Thursday => "Thanksgiving Day",
            (12, _) when IsKeptOn(date, 12, 25) => "Christmas Day",
            _ => null,
        };

    /// <summary>Whether a session closes at 13:00.</summary>
    public static bool IsEarlyClose(DateOnly date) =>
        (date.Month, date.Day) switch
        {
            (11, >= 23 and <= 29) => date.DayOfWeek == DayOfWeek.Friday,
            (12, 24) => date.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday,
            (12, 26) => date.Year == 2003,
            // Until 2012 a Wednesday 3 July was a full session and the Friday after the holiday was short.
            (7, 3) => date.DayOfWeek switch
            {
                DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Thursday => true,
                DayOfWeek.Wednesday => date.Year >= 2013,
                _ => false,
            },
            (7, 5) => date.DayOfWeek == DayOfWeek.Friday && date.Year < 2013,
            _ => false,
        };

    private static bool IsKeptOn(DateOnly date, int month, int day, bool saturdayMovesBack = true)
    {
        var holiday = new DateOnly(date.Year, month, day);
        var kept = holiday.DayOfWeek switch
        {
            DayOfWeek.Sunday => holiday.AddDays(1),
            DayOfWeek.Saturday when saturdayMovesBack => holiday.AddDays(-1),
            _ => holiday,
        };
        return date == kept;
    }

    /// <summary>Easter Sunday, Gregorian (the "anonymous" algorithm; Meeus 1991, ch. 8).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
