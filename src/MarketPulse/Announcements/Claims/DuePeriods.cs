using System.Globalization;

namespace MarketPulse.Announcements.Claims;

/// <summary>Periods by their calendar.</summary>
internal static class DuePeriods
{
    public static DuePeriod Year(int year) =>
        new(Text($"{year}"), new(year, 1, 1), new(year, 12, 31));

    /// <param name="half">1 or 2.</param>
    public static DuePeriod Half(int year, int half) =>
        Span(Text($"{year}-H{half}"), new(year, half == 1 ? 1 : 7, 1), 6);

    /// <summary>The quarter that a day lies in.</summary>
    public static DuePeriod Quarter(DateOnly day)
    {
        var quarter = (day.Month + 2) / 3;
        return Span(Text($"{day.Year}-Q{quarter}"), new(day.Year, (quarter * 3) - 2, 1), 3);
    }

    /// <summary>The month that a day lies in.</summary>
    public static DuePeriod Month(DateOnly day) =>
        Span(Text($"{day.Year}-{day.Month:00}"), new(day.Year, day.Month, 1), 1);

    /// <summary>The month of a number that a day lies in or that comes next, at most half a year ahead; null where it lies farther.</summary>
    public static DuePeriod? NextMonth(int month, DateOnly day)
    {
        var ahead = (month - day.Month + 12) % 12;
        return month is >= 1 and <= 12 && ahead <= 6 ? Month(day.AddMonths(ahead)) : null;
    }

    /// <summary>May to August.</summary>
    public static DuePeriod Middle(int year) => Span(Text($"{year}-mid"), new(year, 5, 1), 4);

    /// <summary>NVIDIA's fiscal year, February to January, named for the year in which it ends.</summary>
    /// <param name="quarter">1 to 4; 0 for the whole year.</param>
    public static DuePeriod Fiscal(int year, int quarter)
    {
        var begins = new DateOnly(year - 1, 2, 1);
        return quarter == 0
            ? Span(Text($"FY{year}"), begins, 12)
            : Span(Text($"FY{year}-Q{quarter}"), begins.AddMonths((quarter - 1) * 3), 3);
    }

    /// <summary>A period from a day on: the same where the day lies after its end.</summary>
    public static DuePeriod FromOn(DuePeriod period, DateOnly day) =>
        day <= period.To ? period with { From = day } : period;

    private static DuePeriod Span(string words, DateOnly from, int months) =>
        new(words, from, from.AddMonths(months).AddDays(-1));

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
