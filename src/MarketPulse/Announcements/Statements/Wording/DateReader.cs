namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Finds the days that a sentence names.</summary>
internal static class DateReader
{
    /// <summary>The days in the order of the sentence; those that something is counted from ("since March 16") are left out of <c>Reference</c>.</summary>
    public static List<NamedDay> Read(string text, List<Token> tokens)
    {
        var days = new List<NamedDay>();
        var zone = DateZone.Unstated;
        for (var i = 0; i < tokens.Count; i++)
        {
            zone =
                tokens[i].Is(Sense.Beijing) ? DateZone.Beijing
                : tokens[i].Is(Sense.NewYork) ? DateZone.NewYork
                : zone;
            if (At(tokens, i) is not { } found)
            {
                continue;
            }

            var last = i + found.Length - 1;
            if (
                found.Reference.Sort == DateReferenceSort.Date
                && WeekdayBehind(tokens, last + 1) is ({ } weekday, var more)
            )
            {
                found.Reference = found.Reference with { Weekday = weekday };
                last += more;
            }

            // A zone said right after counts too: "18 March, local time", "3月19日凌晨".
            var after = last + 1 < tokens.Count ? tokens[last + 1] : default;
            var own =
                after.Is(Sense.Beijing) ? DateZone.Beijing
                : after.Is(Sense.NewYork) ? DateZone.NewYork
                : zone;
            var words = text[tokens[i].Start..tokens[last].End];
            var counted = IsCountedFrom(tokens, i, last);
            days.Add(
                new(counted ? null : found.Reference with { Words = words, Zone = own }, i, last)
            );
            i = last;
        }

        return days;
    }

    /// <summary>"March 18 (Tuesday)", 10月11日（周六）.</summary>
    private static (DayOfWeek? Weekday, int Length) WeekdayBehind(List<Token> tokens, int i)
    {
        var bracket = i < tokens.Count && tokens[i].Sort == TokenSort.Break ? 1 : 0;
        return
            i + bracket < tokens.Count
            && tokens[i + bracket].Is(Sense.Weekday)
            && (bracket == 0 || (i + 2 < tokens.Count && tokens[i + 2].Sort == TokenSort.Break))
            ? ((DayOfWeek)(int)tokens[i + bracket].Number, 1 + (2 * bracket))
            : (null, 0);
    }

    private static bool IsCountedFrom(List<Token> tokens, int first, int last)
    {
        var before = first - 1;
        while (
            before >= 0
            && before >= first - 2
            && tokens[before].Is(Sense.Last | Sense.Filler | Sense.Beijing)
        )
        {
            before--;
        }

        return (before >= 0 && tokens[before].Is(Sense.Since | Sense.From))
            || (
                last + 1 < tokens.Count
                && tokens[last + 1] is { Sense: Sense.Period } t
                && t.End - t.Start == 2
            );
    }

    private static (DateReference Reference, int Length)? At(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.IsNumber || token.Sort == TokenSort.AttachedNumber)
        {
            return Numeric(tokens, i);
        }

        if (token.Is(Sense.DottedDate))
        {
            var digits = (int)token.Number;
            return (
                Date(digits >= 10000 ? digits / 10000 : null, digits / 100 % 100, digits % 100),
                1
            );
        }

        if (token.Is(Sense.Month))
        {
            return MonthFirst(tokens, i);
        }

        if (token.Is(Sense.Weekday))
        {
            return Weekday(tokens, i);
        }

        DateReferenceSort? sort =
            token.Is(Sense.Today) ? DateReferenceSort.Today
            : token.Is(Sense.Yesterday) ? DateReferenceSort.DayBefore
            : token.Is(Sense.NextDay) ? DateReferenceSort.DayAfter
            : token.Is(Sense.SameDay) ? DateReferenceSort.SameDay
            : null;
        return sort is { } s ? (new(s), 1) : null;
    }

    private static (DateReference, int)? Weekday(List<Token> tokens, int i)
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
                && At(tokens, i + skip) is ({ Sort: DateReferenceSort.Date } date, var length)
            )
            {
                return (date with { Weekday = weekday }, skip + length);
            }
        }

        return (new(sort, Weekday: weekday), 1);
    }

    private static (DateReference, int)? MonthFirst(List<Token> tokens, int i)
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

    private static (DateReference, int)? Numeric(List<Token> tokens, int i)
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

    private static DateReference Date(int? year, int? month, int day) =>
        new(DateReferenceSort.Date, year, month, day);

    private static int? DayOf(List<Token> tokens, int i) =>
        i < tokens.Count
        && tokens[i]
            is {
                Sort: TokenSort.Number or TokenSort.AttachedNumber,
                Decimals: 0,
                Number: >= 1 and <= 31
            } t
        && t.End - t.Start <= 2
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
