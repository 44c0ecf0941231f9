namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Reads dates of a month and a day: March 18, 2025; 18. März; 2025年3月18日; 2025-03-18.</summary>
internal static class CalendarDates
{
    public static (DateReference, int)? MonthFirst(List<Token> tokens, int i)
    {
        if (DayOf(tokens, i + 1) is not { } day)
        {
            return null;
        }

        var month = (int)tokens[i].Number;
        for (var skip = 2; skip <= 3; skip++)
        {
            if (YearOf(tokens, i + skip) is { } year && (skip == 2 || IsSign(tokens, i + 2)))
            {
                return (Date(year, month, day), skip + 1);
            }
        }

        return (Date(null, month, day), 2);
    }

    public static (DateReference, int)? Numeric(List<Token> tokens, int i)
    {
        // 2025年3月18日, 3月18日, 18日.
        if (YearOf(tokens, i) is { } year && Marked(tokens, i + 1, Sense.YearMark))
        {
            return MonthAndDay(tokens, i + 2) is ({ } m, { } d) ? (Date(year, m, d), 6) : null;
        }

        if (MonthAndDay(tokens, i) is ({ } month, { } day))
        {
            return (Date(null, month, day), 4);
        }

        if (DayOf(tokens, i) is { } alone && Marked(tokens, i + 1, Sense.DayMark))
        {
            return (Date(null, null, alone), 2);
        }

        // 2025-03-18, 2025/3/18, 3/18/2025.
        if (i + 4 < tokens.Count && IsDash(tokens[i + 1]) && IsDash(tokens[i + 3]))
        {
            if (
                YearOf(tokens, i) is { } y
                && DayOf(tokens, i + 2) is <= 12 and { } mm
                && DayOf(tokens, i + 4) is { } dd
            )
            {
                return (Date(y, mm, dd), 5);
            }

            if (
                YearOf(tokens, i + 4) is { } yy
                && DayOf(tokens, i) is <= 12 and { } m2
                && DayOf(tokens, i + 2) is { } d2
            )
            {
                return (Date(yy, m2, d2), 5);
            }
        }

        // 18 March 2025, 18. März.
        var at =
            i + 1 < tokens.Count
            && tokens[i + 1] is { Sort: TokenSort.Other } sign
            && sign.Start == tokens[i].End
                ? i + 2
                : i + 1;
        if (DayOf(tokens, i) is { } first && Marked(tokens, at, Sense.Month))
        {
            var named = (int)tokens[at].Number;
            return YearOf(tokens, at + 1) is { } after
                ? (Date(after, named, first), at + 2 - i)
                : (Date(null, named, first), at + 1 - i);
        }

        return null;
    }

    private static (int? Month, int? Day) MonthAndDay(List<Token> tokens, int i) =>
        DayOf(tokens, i) is <= 12 and { } month
        && Marked(tokens, i + 1, Sense.MonthMark)
        && DayOf(tokens, i + 2) is { } day
        && Marked(tokens, i + 3, Sense.DayMark)
            ? (month, day)
            : (null, null);

    public static DateReference Date(int? year, int? month, int day) =>
        new(DateReferenceSort.Date, year, month, day);

    private static int? DayOf(List<Token> tokens, int i) =>
        i < tokens.Count
        && tokens[i]
            is {
                Sort: TokenSort.Number or TokenSort.AttachedNumber,
                Decimals: 0,
                Number: >= 1 and <= 31
            } t
        // 二十八日 takes three characters.
        && t.End - t.Start <= (t.Number > 20 ? 3 : 2)
            ? (int)t.Number
            : null;

    private static int? YearOf(List<Token> tokens, int i) =>
        i < tokens.Count
        && tokens[i] is { Sort: TokenSort.Number, Decimals: 0, Number: >= 1990 and <= 2100 } t
        && t.End - t.Start == 4
            ? (int)t.Number
            : null;

    private static bool Marked(List<Token> tokens, int i, Sense mark) =>
        i < tokens.Count && tokens[i].Is(mark);

    private static bool IsSign(List<Token> tokens, int i) =>
        i < tokens.Count && tokens[i].Sort is TokenSort.Break or TokenSort.Other;

    private static bool IsDash(Token token) =>
        token.Sort is TokenSort.Other or TokenSort.Break && token.End - token.Start == 1;
}
