using MarketPulse.Announcements.Statements.Wording.Texts;
using MarketPulse.Announcements.Statements.Wording.Tokens;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Reads days of a look back: "four years ago today", 四年前的今天, "eight days later, on March 24".</summary>
internal static class LookBacks
{
    /// <summary>As far before a date as the count of days since the one before it stands, in words.</summary>
    private const int Apart = 5;

    private const string Digits = "一二三四五六七八九十";

    /// <summary>How many years before the text's date a "today" is; 0 where it is today.</summary>
    public static int YearsAgo(string text, List<Token> tokens, int at)
    {
        var from = Math.Max(0, tokens[at].Start - 24);
        var before = PlainCharacters.Of(text.AsSpan(from, tokens[at].Start - from)).TrimEnd();
        if (before.EndsWith("ago", StringComparison.Ordinal))
        {
            var words = before.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            return words is [.., var count, "years" or "year", "ago"] ? Count(count) : 0;
        }

        before = before.TrimEnd('的');
        if (!before.EndsWith("年前", StringComparison.Ordinal) || before.Length < 3)
        {
            return 0;
        }

        var start = before.Length - 2;
        while (
            start > 0
            && (
                char.IsAsciiDigit(before[start - 1])
                || "两".Contains(before[start - 1], StringComparison.Ordinal)
                || Digits.Contains(before[start - 1], StringComparison.Ordinal)
            )
        )
        {
            start--;
        }

        return Count(before[start..^2]);
    }

    private static int Count(string words) =>
        int.TryParse(words, out var number) && number is > 0 and < 100 ? number
        : words is "a" ? 1
        : words is "两" ? 2
        : words is [var digit]
        && Digits.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var place
            ? place + 1
        : SpokenNumbers.InEnglish(words) is >= 1 and <= 10 and var spoken ? spoken
        : 0;

    /// <summary>Gives a date that is counted from the one before ("eight days later, on March 24") that one's year.</summary>
    /// <param name="earlier">The last day named before the sentence.</param>
    public static void Fill(
        string text,
        List<Token> tokens,
        List<NamedDay> days,
        DateReference? earlier
    )
    {
        for (var d = 0; d < days.Count; d++)
        {
            var reference = days[d].Reference;
            if (
                earlier?.Date is { } told
                && reference is { Sort: DateReferenceSort.Date, Year: null, Month: not null }
                && IsLater(text, tokens, days[d].First)
                && (reference.In(told.Year) >= told ? told.Year : told.Year + 1) is var year
                && reference.In(year) is not null
            )
            {
                days[d] = days[d] with { Reference = reference with { Year = year } };
            }

            earlier = reference?.Date is not null ? reference : earlier;
        }
    }

    private static bool IsLater(string text, List<Token> tokens, int at)
    {
        var first = Math.Max(0, at - Apart);
        var words = PlainCharacters.Of(
            text.AsSpan(tokens[first].Start, tokens[at].Start - tokens[first].Start)
        );
        return words.Contains("later", StringComparison.Ordinal)
            || words.Contains("天后", StringComparison.Ordinal)
            || words.Contains("日后", StringComparison.Ordinal)
            || words.Contains("周后", StringComparison.Ordinal)
            || words.Contains("个月后", StringComparison.Ordinal);
    }
}
