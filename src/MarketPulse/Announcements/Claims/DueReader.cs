using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>A period as a text names it, and where.</summary>
public sealed record NamedPeriod(DuePeriod Period, TextSpan Span);

/// <summary>Finds the periods that a text names, in English and Chinese, relative ones counted from the day it was written.</summary>
/// <remarks>
/// "Early" and "late" mean the half of the year, "mid" its middle months. "By the end of 2026", 年底前 and 年内 leave the whole time
/// until then, "later this year" what is left of the year: both begin on the day of writing and keep the year's name. Fiscal
/// quarters are NVIDIA's, whose year ends in January: its first quarter of 2026 is February to April 2025.
/// </remarks>
public static partial class DueReader
{
    /// <param name="text">Folded.</param>
    /// <param name="writtenOn">Without it, relative periods ("this year", 明年) are left out.</param>
    public static ImmutableArray<NamedPeriod> Read(string text, DateOnly? writtenOn)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<NamedPeriod>();
        var taken = new TakenText(text.Length);
        foreach (
            var form in (ReadOnlySpan<Regex>)
                [Chinese(), Relative(), English(), Reversed(), Month(), Year(), Bare(), BareMonth()]
        )
        {
            for (var match = form.Match(text); match.Success; match = match.NextMatch())
            {
                // The words that make a bare quarter a promise stand before it.
                var begin = match.Groups["at"] is { Success: true } at ? at.Index : match.Index;
                var span = new TextSpan(begin, match.Index + match.Length);
                if (Resolve(match, writtenOn) is { } period && taken.TryTake(span))
                {
                    found.Add(new(period, span));
                }
            }
        }

        return [.. found.OrderBy(f => f.Span.Start)];
    }

    private static DuePeriod? Resolve(Match match, DateOnly? writtenOn)
    {
        var part = match.Groups["part"].Value.ToLowerInvariant();
        if (part is "next month" or "下个月" or "下月")
        {
            return writtenOn is { } day ? DuePeriods.Month(day.AddMonths(1)) : null;
        }

        if (part is "this month" or "本月")
        {
            return writtenOn is { } day ? DuePeriods.Month(day) : null;
        }

        if (part is "next quarter" or "下季度" or "下个季度" or "下一季度")
        {
            return writtenOn is { } day ? DuePeriods.Quarter(day.AddMonths(3)) : null;
        }

        if (part is "this quarter" or "本季度")
        {
            return writtenOn is { } day ? DuePeriods.Quarter(day) : null;
        }

        if (match.Groups["month"].Success && !match.Groups["year"].Success)
        {
            return writtenOn is { } said
                ? DuePeriods.NextMonth(MonthNumber(match.Groups["month"].Value), said)
                : null;
        }

        if (YearOf(match.Groups["year"].Value, part, writtenOn) is not { } year)
        {
            return null;
        }

        var period = Resolve(match, part, year);
        return period is not null && writtenOn is { } from && IsOpen(match, part)
            ? DuePeriods.FromOn(period, from)
            : period;
    }

    /// <summary>Whether a period is only named by its end, or by what is left of it.</summary>
    private static bool IsOpen(Match match, string part) =>
        match.Groups["by"].Success
        || match.Groups["rest"].Success
        || part is "晚些时候" or "稍晚"
        || part is "later in the year"
        || part.StartsWith("by ", StringComparison.Ordinal)
        || part.StartsWith("before ", StringComparison.Ordinal)
        || match.Value is "年内";

    private static DuePeriod? Resolve(Match match, string part, int year) =>
        match.Groups["fiscal"].Success ? DuePeriods.Fiscal(year, QuarterOf(part))
        : match.Groups["month"].Success ? MonthIn(match.Groups["month"].Value, year)
        : HalfOf(part) is > 0 and var half ? DuePeriods.Half(year, half)
        : QuarterOf(part) is > 0 and var quarter
            ? DuePeriods.Quarter(new(year, (quarter * 3) - 2, 1))
        : part.StartsWith("mid", StringComparison.Ordinal) || part == "年中"
            ? DuePeriods.Middle(year)
        : DuePeriods.Year(year);

    private static int? YearOf(string words, string part, DateOnly? writtenOn)
    {
        var lower = words.ToLowerInvariant().Trim();
        if (lower.Length == 2 && lower.All(char.IsAsciiDigit))
        {
            return 2000 + int.Parse(lower, CultureInfo.InvariantCulture);
        }

        if (lower.Length >= 4 && char.IsAsciiDigit(lower[0]))
        {
            var year = int.Parse(lower.AsSpan(0, 4), CultureInfo.InvariantCulture);
            return year is >= 2000 and <= 2060 ? year : null;
        }

        var shift = lower switch
        {
            "今年" or "本年" or "年内" or "this year" or "this" => 0,
            "明年" or "来年" or "下一年" or "next year" or "next" => 1,
            "后年" => 2,
            "" => part.Length > 0 ? 0 : -99,
            _ => -99,
        };
        return shift == -99 || writtenOn is null ? null : writtenOn.Value.Year + shift;
    }

    private static int HalfOf(string part) =>
        part switch
        {
            "上半年" or "first half" or "1h" or "h1" or "early" or "年初" or "the beginning of" =>
                1,
            "下半年" or "second half" or "latter half" or "back half" or "2h" or "h2" or "late" =>
                2,
            _ => 0,
        };

    private static int QuarterOf(string part) =>
        part.Length == 0 ? 0
        : part.StartsWith("first", StringComparison.Ordinal) ? 1
        : part.StartsWith("second", StringComparison.Ordinal) ? 2
        : part.StartsWith("third", StringComparison.Ordinal) ? 3
        : part.StartsWith("fourth", StringComparison.Ordinal) ? 4
        : part.Contains('季', StringComparison.Ordinal) || part[0] == 'q' || part.EndsWith('q')
            ? part.Select(c =>
                    "一二三四".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at
                        ? at + 1
                        : "1234".IndexOf(c, StringComparison.Ordinal) + 1
                )
                .FirstOrDefault(q => q > 0)
        : 0;

    private static DuePeriod? MonthIn(string words, int year) =>
        MonthNumber(words) is >= 1 and <= 12 and var month
            ? DuePeriods.Month(new(year, month, 1))
            : null;

    private static int MonthNumber(string words) =>
        char.IsAsciiDigit(words[0])
            ? int.Parse(words, CultureInfo.InvariantCulture)
            : WrittenDate.MonthNumber(words);

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string YearWords = @"(?<year>20\d\d|this year|next year)";

    [GeneratedRegex(
        @"(?<year>20\d\d) ?(?<part>年底|年末|年初|年中)(?<by>之?前|以前)?|(?<year>20\d\d ?年|今年|本年|明年|来年|后年|(?<![\d年] ?))(?:的)?(?:(?<part>上半年|下半年|年底|年末|年初|年中|第?[一二三四1-4]季度?|晚些时候|稍晚)(?<by>之?前|以前)?|(?<=[年]) ?(?<month>\d{1,2}) ?月(?! ?\d{1,2} ?[日号])份?)",
        Flags
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(?<part>下个月|下月|下个季度|下一季度|下季度|本季度|本月|next month|next quarter|this quarter|this month|(?<by>by|before) (?:the )?(?:year[ -]end|end of (?:the )?year)\b|later in the year)|(?<rest>later )(?<year>this year)|(?<year>(?<![\d一二三四五六七八九十两几数半])年内|(?<![\d同])明年|后年)(?!度)",
        Flags
    )]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"\b(?:(?<by>by |before )|at )?(?:the )?(?<part>(?:first|second|latter|back) half|(?:first|second|third|fourth)[ -]quarter|early|mid|late|end|beginning|Q[1-4]|H[12]|[12]H)(?: of| in)?[ -]?(?:the )?(?<fiscal>fiscal (?:year )?|FY ?)?"
            + YearWords
            + @"|\b(?<part>Q[1-4]|(?:first|second|third|fourth)[ -]quarter)(?: of)? (?<fiscal>fiscal (?:year )?|FY ?)(?<year>20\d\d|\d\d)\b|(?<fiscal>fiscal (?:year )?|FY ?)(?<year>20\d\d|\d\d)\b|(?<part>year[ -]end),? ?"
            + YearWords,
        Flags
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b(?<year>20\d\d)(?: ?年 ?|[ -])?(?<part>Q[1-4]|H[12])(?![A-Za-z\d])|\b(?<part>Q[1-4]|H[12])'(?<year>\d\d)\b",
        Flags
    )]
    private static partial Regex Reversed();

    [GeneratedRegex(
        @"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?: of)?,? (?<year>20\d\d)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Month();

    [GeneratedRegex(
        @"\b(?:will|to be|to ship|due|available|slated|scheduled|expected|planned|starting|beginning)\b[^.;,\n]{0,40} (?<at>(?:in|(?<by>by|before)|from|for) (?:(?:early|mid|late)[ -])?(?<month>January|February|March|April|May|June|July|August|September|October|November|December))\b(?!,? ?\d)|(?:将|將|预计|預計|计划|計劃|定于|定於)[^。;,\n\d]{0,12}(?<at>(?<![\d年/-] ?)(?<month>\d{1,2}) ?月(?! ?\d))(?:份|初|底)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BareMonth();

    [GeneratedRegex(
        @"(?<![\d.,$/-])(?:(?:in|(?<by>by)|during|for|until|through|from) )?(?<year>20\d\d)(?! ?[年][\d ]{0,3}月)(?: ?年)(?!代|度)|\b(?:(?<rest>later )?in|(?<by>by|before)|during|until|for|from) (?<year>20\d\d)\b(?![-/.,]?\d)|\b(?:delayed|pushed(?: back| out)?|postponed|slip(?:s|ped)|put off|moved)[^.;,\n]{0,24} (?<at>(?:to|until) (?<year>20\d\d))\b|\b(?:by |in )?(?<year>next year)\b",
        Flags
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\b(?:will|to|expects?|expected|due|starting|beginning|slated|scheduled)\b[^.;,\n]{0,70} (?<at>in the (?<part>(?:second|third|fourth) quarter|second half)|(?<year>this year))\b(?! of| \d| fiscal)",
        Flags
    )]
    private static partial Regex Bare();
}
