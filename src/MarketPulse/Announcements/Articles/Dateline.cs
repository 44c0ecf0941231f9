using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>The words before a report's first sentence that say where and when it was written.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Year">Null where the dateline doesn't say.</param>
/// <param name="Length">Characters, from the line's start.</param>
internal sealed partial record Dateline(int Month, int Day, int? Year, int Length)
{
    /// <summary>A line's dateline (folded, without white space before it); null where it begins without one.</summary>
    public static Dateline? Of(string line)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[Chinese(), English(), Agency()])
        {
            if (form.Match(line) is not { Success: true } match)
            {
                continue;
            }

            var month = match.Groups["name"] is { Success: true } name
                ? WrittenDate.MonthNumber(name.Value)
                : Number(match.Groups["month"]);
            var day = Number(match.Groups["day"]);
            var year = match.Groups["year"].Success ? Number(match.Groups["year"]) : (int?)null;
            // 2024 is a leap year: 29 February is a day that a dateline may have.
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month))
            {
                return new(month, day, year, match.Length);
            }
        }

        return null;
    }

    /// <summary>The date, with the year of the publication, or the one before where that would lie after it; null where no year is known.</summary>
    public DateOnly? Resolve(DateOnly? published)
    {
        if ((Year ?? published?.Year) is not { } year)
        {
            return null;
        }

        var date = In(year);
        return Year is null && date > published ? In(year - 1) : date;
    }

    private DateOnly? In(int year) =>
        year is >= 1990 and <= 2100 && Day <= DateTime.DaysInMonth(year, Month)
            ? new DateOnly(year, Month, Day)
            : null;

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    // 蓝鲸新闻 3 月 19 日讯(记者 朱俊熹) · 路透3月18日电 · 新华社纽约2025年3月18日电(记者张三)
    [GeneratedRegex(
        @"^[^\s,，。:：\d]{0,14} ?[^\s,，。:：\d]{0,10} ?(?:(?<year>\d{4}) ?年 ?)?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?日[^\s,，。\d]{0,6}? ?(?:讯|电|消息|报道)(?: ?\([^)]{1,40}\))?[,，:：\-—]{0,2} ?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Chinese();

    // SAN JOSE, Calif., March 18, 2025 (GLOBE NEWSWIRE) -- · SAN JOSE, Calif.—March 18, 2025—
    [GeneratedRegex(
        @"^[A-Z][\w.'’, -]{1,60}?[,.—– -]{1,4}(?<name>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?<day>\d{1,2})(?:, ?(?<year>\d{4}))? ?(?:\([^)]{2,40}\)|/[A-Z -]{2,30}/)? ?[—–-]{1,3} ?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex English();

    // March 18 (Reuters) -
    [GeneratedRegex(
        @"^(?<name>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?<day>\d{1,2})(?:, ?(?<year>\d{4}))? ?\([^)]{2,40}\) ?[—–-]{1,3} ?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Agency();
}
