using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>When what an article tells of happened, and by which words.</summary>
/// <param name="Date">In the zone of the place where it happened.</param>
/// <param name="Reason">The words that say so, or what the date was taken from instead.</param>
public sealed record EventDate(DateOnly Date, string Reason);

/// <summary>Finds the day of the event that an article tells of.</summary>
/// <remarks>
/// In this order: a date in local time; one in Beijing time, whose morning is America's day before; a date beside words of
/// announcing, or a weekday there; the dateline; the publication.
/// </remarks>
public static partial class EventDateReader
{
    /// <summary>Sentences from the beginning in which a date without "local time" is the event's.</summary>
    private const int Lead = 8;

    /// <summary>Null where the article gives no date at all.</summary>
    public static EventDate? Read(Article article, ReadableText text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        return Local(article, text)
            ?? Beijing(article, text)
            ?? Beside(article, text, Keynote(), int.MaxValue, 10)
            ?? Beside(article, text, Announcing(), Lead, 3)
            ?? WeekdayReader.Read(article, text, Announcing(), Lead)
            ?? (article.StoryDate is { } story ? new EventDate(story, "the dateline's date") : null)
            ?? Beside(article, text, Anything(), 3, 3)
            ?? (
                article.PublishedOn is { } published
                    ? new EventDate(published, "the publication's date")
                    : null
            );
    }

    private static EventDate? Local(Article article, ReadableText text)
    {
        for (var match = LocalDate().Match(text.Text); match.Success; match = match.NextMatch())
        {
            if (Resolve(article, match) is { } date)
            {
                return new(date, $"'{match.Value.Trim()}'");
            }
        }

        return null;
    }

    private static EventDate? Beijing(Article article, ReadableText text)
    {
        for (var match = BeijingDate().Match(text.Text); match.Success; match = match.NextMatch())
        {
            if (Resolve(article, match) is not { } date)
            {
                continue;
            }

            var evening =
                match.Groups["part"].Value is "晚" or "晚上" or "晚间" or "深夜" or "下午";
            return evening
                ? new(date, $"'{match.Value.Trim()}', the same day in New York")
                : new(date.AddDays(-1), $"'{match.Value.Trim()}', the day before in New York");
        }

        return null;
    }

    /// <param name="days">How old what was written may be: an older date is the background's, unless its sentence opens with it.</param>
    private static EventDate? Beside(
        Article article,
        ReadableText text,
        Regex words,
        int sentences,
        int days
    )
    {
        foreach (var sentence in text.Sentences.Take(sentences))
        {
            var part = text.Text[sentence.Start..sentence.End];
            if (!words.IsMatch(part))
            {
                continue;
            }

            for (var match = PlainDate().Match(part); match.Success; match = match.NextMatch())
            {
                if (
                    Resolve(article, match) is { } date
                    && !(date > article.PublishedOn)
                    && (match.Index == 0 || !(date < article.WrittenOn?.AddDays(-days)))
                )
                {
                    return new(date, $"'{match.Value.Trim()}'");
                }
            }
        }

        return null;
    }

    private static DateOnly? Resolve(Article article, Match match)
    {
        var month = match.Groups["name"] is { Success: true } name
            ? WrittenDate.MonthNumber(name.Value)
            : Number(match, "month");
        var day = Number(match, "day");
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))
        {
            return null;
        }

        return new Dateline(
            month,
            day,
            Number(match, "year") is >= 1990 and var year ? year : null,
            0
        ).Resolve(article.PublishedOn ?? article.StoryDate);
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string ChineseDate =
        @"(?:(?<year>\d{4}) ?年 ?)?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]";

    private const string EnglishDate =
        @"\b(?<name>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?<day>\d{1,2})\b(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?";

    // 时辰 is what machine-made synonyms make of 时间.
    [GeneratedRegex(
        $@"(?:当地|美国|美东|美西|太平洋)(?:时间|时辰)? ?{ChineseDate}|{EnglishDate},? (?:local|Pacific|Eastern) time",
        Flags
    )]
    private static partial Regex LocalDate();

    [GeneratedRegex(
        $@"(?:北京|台北)(?:时间|时辰) ?{ChineseDate} ?(?<part>凌晨|清晨|早上|上午|下午|晚上|晚间|晚|深夜)?",
        Flags
    )]
    private static partial Regex BeijingDate();

    // Not the first day of several: 3 月 17 日起.
    [GeneratedRegex(
        $@"{ChineseDate}(?! ?[起至到])|(?<!(?:from|began on|starting|since|ended|ending|through|until) ){EnglishDate}",
        Flags
    )]
    private static partial Regex PlainDate();

    [GeneratedRegex(@"主题演讲|主旨演讲|开幕演讲|\bkeynote\b", Flags)]
    private static partial Regex Keynote();

    [GeneratedRegex(
        @"宣布|公布|发布|推出|表示|演讲|大会|财报|\b(?:announce[sd]?|unveil(?:s|ed)|introduce[sd]|launche[sd]|reported|said|told)\b",
        Flags
    )]
    private static partial Regex Announcing();

    [GeneratedRegex("")]
    private static partial Regex Anything();
}
