using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>Finds the day of an event that an article names by its weekday: the last such day up to the writing.</summary>
internal static partial class WeekdayReader
{
    /// <param name="words">What the weekday's sentence must say.</param>
    /// <param name="sentences">How many, from the beginning, are looked at.</param>
    /// <returns>Null where none names one, or the day of writing isn't known.</returns>
    public static EventDate? Read(Article article, ReadableText text, Regex words, int sentences)
    {
        if (article.WrittenOn is not { } written)
        {
            return null;
        }

        foreach (var sentence in text.Sentences.Take(sentences))
        {
            var part = text.Text[sentence.Start..sentence.End];
            if (words.IsMatch(part) && Weekday().Match(part) is { Success: true } match)
            {
                var back = ((int)written.DayOfWeek - Number(match) + 7) % 7;
                return new(written.AddDays(-back), $"'{match.Value}' before {written:yyyy-MM-dd}");
            }
        }

        return null;
    }

    /// <summary>0 for Sunday, as <see cref="DayOfWeek"/> counts.</summary>
    private static int Number(Match match) =>
        match.Groups["en"].Success
            ? "SunMonTueWedThuFriSat".IndexOf(match.Groups["en"].Value, StringComparison.Ordinal)
                / 3
            : "日一二三四五六".IndexOf(match.Groups["zh"].Value, StringComparison.Ordinal);

    [GeneratedRegex(
        @"\bon (?<en>Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]{0,6}day\b|(?<![上下])(?:周|星期)(?<zh>[日一二三四五六])(?!起)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Weekday();
}
