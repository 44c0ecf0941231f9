namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Reads the day that the words at a place name.</summary>
internal static class NamedDates
{
    /// <summary>The day and how many tokens name it; null where none does.</summary>
    public static (DateReference Reference, int Length)? At(string text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.IsNumber || token.Sort == TokenSort.AttachedNumber)
        {
            return CalendarDates.Numeric(tokens, i);
        }

        if (token.Is(Sense.DottedDate))
        {
            var digits = (int)token.Number;
            return (
                CalendarDates.Date(
                    digits >= 10000 ? digits / 10000 : null,
                    digits / 100 % 100,
                    digits % 100
                ),
                1
            );
        }

        if (token.Is(Sense.Month))
        {
            return CalendarDates.MonthFirst(tokens, i);
        }

        if (token.Is(Sense.Weekday))
        {
            return Weekday(text, tokens, i);
        }

        DateReferenceSort? sort =
            token.Is(Sense.Today) ? DateReferenceSort.Today
            : token.Is(Sense.Yesterday) ? DateReferenceSort.DayBefore
            : token.Is(Sense.NextDay) ? DateReferenceSort.DayAfter
            : token.Is(Sense.SameDay) ? DateReferenceSort.SameDay
            // 前一日曾暴跌: it opens its part of the sentence; 较前一日 is only what is counted from.
            : token.Is(Sense.Base)
            && (i == 0 || tokens[i - 1].Sort == TokenSort.Break || IsTurn(text, tokens[i - 1]))
            && IsDayBefore(text, token)
                ? DateReferenceSort.DayBefore
            : null;
        return sort is { } s
            ? (new(s, YearsAgo: token.Is(Sense.Today) ? LookBacks.YearsAgo(text, tokens, i) : 0), 1)
            : null;
    }

    private static (DateReference, int)? Weekday(string text, List<Token> tokens, int i)
    {
        var sort =
            i > 0 && tokens[i - 1].Is(Sense.Last)
                ? DateReferenceSort.WeekdayBefore
                : DateReferenceSort.Weekday;
        var weekday = (DayOfWeek)(int)tokens[i].Number;
        // "Tuesday, March 18", 周二(28日): the date is the stronger.
        for (var skip = 1; skip <= 2 && i + skip < tokens.Count; skip++)
        {
            if (skip == 2 && tokens[i + 1].Sort is not TokenSort.Break)
            {
                break;
            }

            if (
                !tokens[i + skip].Is(Sense.Weekday)
                && At(text, tokens, i + skip) is ({ Sort: DateReferenceSort.Date } date, var length)
            )
            {
                return (date with { Weekday = weekday }, skip + length);
            }
        }

        return (new(sort, Weekday: weekday), 1);
    }

    /// <summary>而前一天, 但前一天: what follows is told on its own.</summary>
    private static bool IsTurn(string text, Token token) =>
        token.Is(Sense.Separator) && token.Word(text) is "而" or "但" or "不过" or "不過";

    private static bool IsDayBefore(string text, Token token) =>
        text[token.Start] is '前' && token.End - token.Start >= 2;
}
