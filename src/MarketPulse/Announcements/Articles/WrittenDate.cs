using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>A date with its year, as pages write it in lines and metadata.</summary>
/// <param name="Date">As written, in whatever zone that is.</param>
/// <param name="At">The instant (UTC); null where the time or its zone isn't written.</param>
/// <param name="Span">Where it stands.</param>
internal sealed partial record WrittenDate(DateOnly Date, DateTimeOffset? At, TextSpan Span)
{
    private const string Clock =
        @"(?:[T ,]{0,3}(?:at )?(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d{1,9})?)? ?(?<half>[AaPp]\.?[Mm]\.?)? ?(?<zone>Z\b|UTC|GMT|E[SD]?T\b|P[SD]?T\b|[+-]\d{2}:?\d{2})?)?";

    /// <summary>The first one in a line (folded); null where there is none.</summary>
    public static WrittenDate? In(string line)
    {
        foreach (
            var form in (ReadOnlySpan<Regex>)[YearFirst(), Chinese(), MonthFirst(), DayFirst()]
        )
        {
            if (form.Match(line) is { Success: true } match && Of(match) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>1 to 12 for an English month's name or its first three letters; 0 for anything else.</summary>
    public static int MonthNumber(string name) =>
        name.Length < 3
            ? 0
            : (
                "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(
                    name[..3],
                    StringComparison.OrdinalIgnoreCase
                ) + 3
            ) / 3;

    private static WrittenDate? Of(Match match)
    {
        var year = Number(match, "year");
        var month = match.Groups["name"] is { Success: true } name
            ? MonthNumber(name.Value)
            : Number(match, "month");
        var day = Number(match, "day");
        if (year is < 1990 or > 2100 || month is < 1 or > 12)
        {
            return null;
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return new(date, Instant(match, date), new(match.Index, match.Index + match.Length));
    }

    private static DateTimeOffset? Instant(Match match, DateOnly date)
    {
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        var half = match.Groups["half"].Value;
        if (half.Length > 0)
        {
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }

        if (!match.Groups["zone"].Success || hour > 23 || minute > 59)
        {
            return null;
        }

        var local = date.ToDateTime(new TimeOnly(hour, minute));
        var zone = match.Groups["zone"].Value;
        return zone[0] switch
        {
            'E' => In(local, "America/New_York"),
            'P' => In(local, "America/Los_Angeles"),
            '+' or '-' => Offset(local, zone),
            _ => new DateTimeOffset(local, TimeSpan.Zero),
        };
    }

    private static DateTimeOffset In(DateTime local, string zone) =>
        new DateTimeOffset(
            local,
            TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)
        ).ToUniversalTime();

    private static DateTimeOffset? Offset(DateTime local, string zone)
    {
        var minutes =
            (int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60)
            + int.Parse(zone.AsSpan(zone.Length - 2), CultureInfo.InvariantCulture);
        return minutes > 14 * 60
            ? null
            : new DateTimeOffset(
                local,
                TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes)
            ).ToUniversalTime();
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)" + Clock,
        Flags
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<!\d)(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]" + Clock,
        Flags
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)"
            + Clock,
        Flags
    )]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"(?<!\d)(?<day>\d{1,2})\.? (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?<year>\d{4})(?!\d)"
            + Clock,
        Flags
    )]
    private static partial Regex DayFirst();
}
