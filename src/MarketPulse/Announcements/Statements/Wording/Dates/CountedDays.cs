using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days that something is counted from, or that are no session of their own.</summary>
internal static class CountedDays
{
    /// <param name="first">The day's first token.</param>
    /// <param name="last">The day's last token (inclusive).</param>
    /// <param name="before">The day named before it; null where none is.</param>
    public static bool Are(
        string text,
        List<Token> tokens,
        int first,
        int last,
        NamedDay? before
    ) =>
        IsCountedFrom(tokens, first, last)
        || SpanStarts.Is(text, tokens, first)
        || NamesWeek(text, tokens[last].End)
        || AnnouncedHours.IsToCome(text, tokens[first].Start)
        || (before is { } day && IsApposed(text, tokens, first, day.Last));

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
        // "To recover from Tuesday's 4% decline": so is what moved then.
        closed |=
            last + 1 < tokens.Count && tokens[last].Is(Sense.Weekday) && tokens[last + 1].IsNumber;
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
}
