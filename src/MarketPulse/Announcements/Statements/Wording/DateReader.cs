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
            if (At(text, tokens, i) is not { } found)
            {
                continue;
            }

            var last = i + found.Length - 1;
            if (
                found.Reference.Sort == DateReferenceSort.Date
                && DayDetails.WeekdayBehind(tokens, last + 1) is ({ } weekday, var more)
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
            if (own != DateZone.NewYork && DayDetails.IsEvening(text, tokens, last + 1))
            {
                // 台北時間29日23時: New York's morning of the same day.
                own = DateZone.NewYork;
            }

            var words = text[tokens[i].Start..tokens[last].End];
            var counted =
                IsCountedFrom(tokens, i, last)
                || SpanStarts.Is(text, tokens, i)
                || NamesWeek(text, tokens[last].End)
                || AnnouncedHours.IsToCome(text, tokens[i].Start)
                || (days.Count > 0 && IsApposed(text, tokens, i, days[^1].Last));
            var reference = found.Reference with { Words = words, Zone = own };
            days.Add(
                new(counted ? null : reference, i, last)
                {
                    Counted = counted && reference.Month is not null ? reference : null,
                }
            );
            i = last;
        }

        Join(tokens, days);
        return days;
    }

    /// <summary>As far before its date as a move's beginning is told, in words.</summary>
    private const int Base = 7;

    /// <summary>"12/6/2024: … in early Friday trading": a weekday that is the full date's, said again.</summary>
    private static void Join(List<Token> tokens, List<NamedDay> days)
    {
        var date = days.Find(d =>
            d.Reference?.Date is not null
            // "Rising from $206.55 on Feb. 21, 2023 to $694.52 at Tuesday's close": what it rose from has a Tuesday of its own.
            && !tokens[Math.Max(0, d.First - Base)..d.First].Exists(t => t.Is(Sense.From))
        )?.Reference;
        for (var i = 0; i < days.Count; i++)
        {
            if (
                days[i].Reference is { Sort: DateReferenceSort.Weekday, Weekday: { } weekday }
                && date?.Date is { } full
                && full.DayOfWeek == weekday
            )
            {
                days[i] = days[i] with { Reference = date };
            }
        }
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

        // "From Jan. 24's closing price of $142.62": what is counted from that day is told too.
        var closed =
            last + 2 < tokens.Count
            && (tokens[last + 1].Is(Sense.Close) || tokens[last + 2].Is(Sense.Close))
            && tokens[last + 1].Sort is not (TokenSort.Break or TokenSort.Characters)
            && (tokens[last].Sort == TokenSort.AttachedNumber || tokens[last].Is(Sense.Weekday));
        return (before >= 0 && !closed && tokens[before].Is(Sense.Since | Sense.From))
            || (
                last + 1 < tokens.Count
                && tokens[last + 1] is { Sense: Sense.Period } t
                && t.End - t.Start == 2
            );
    }

    /// <summary>2018年10月5日那一周, 6月10日起: a span, no session of its own.</summary>
    private static bool NamesWeek(string text, int at)
    {
        var behind = PlainCharacters.Of(text.AsSpan(at, Math.Min(4, text.Length - at)));
        return behind.StartsWith("那一周", StringComparison.Ordinal)
            || behind.StartsWith("那周", StringComparison.Ordinal)
            || behind.StartsWith("当周", StringComparison.Ordinal)
            || behind.StartsWith("的一周", StringComparison.Ordinal)
            || behind.StartsWith("所在", StringComparison.Ordinal)
            // 6月10日起按拆股后价格交易
            || behind.StartsWith('起');
    }

    /// <summary>上周四,也就是财报发布后的第二天: the day before it, said again.</summary>
    private static bool IsApposed(string text, List<Token> tokens, int at, int before) =>
        tokens[at].Is(Sense.NextDay)
        && before + 2 < at
        && tokens[before + 1].Sort == TokenSort.Break
        && text[tokens[before + 2].Start] is '也' or '即' or '亦';

    /// <summary>而前一天, 但前一天: what follows is told on its own.</summary>
    private static bool IsTurn(string text, Token token) =>
        token.Is(Sense.Separator) && token.Word(text) is "而" or "但" or "不过" or "不過";

    private static bool IsDayBefore(string text, Token token) =>
        text[token.Start] is '前' && token.End - token.Start >= 2;

    private static (DateReference Reference, int Length)? At(string text, List<Token> tokens, int i)
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
}
