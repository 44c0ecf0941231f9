namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells what span of time a word names.</summary>
internal static class SpanWords
{
    private const Sense Day = Sense.SameDay | Sense.Today | Sense.Weekday;

    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/>, none for a day; null where the word names no span of a change.</summary>
    public static Sense? Of(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        return !token.Is(Sense.Ytd | Sense.Period | Day) || Comparisons.Are(clause, at) ? null
            : token.Is(Sense.Ytd) && IsOfYears(clause, at) ? Sense.Period
            : token.Is(Day) && SpanStarts.Is(clause.Text, clause.Tokens, at) ? Sense.Period
            : token.Sense & (Sense.Ytd | Sense.Period);
    }

    /// <summary>"Since 2018 the stock has gained", "since the first day the market opened": a longer span, unless it is what a record is counted from.</summary>
    public static bool Begins(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.Since)
        && at + 1 < clause.Tokens.Count
        && !Comparisons.Are(clause, at)
        && clause.Tokens[at + 1] is var next
        && (
            next is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 }
            || clause.Word(next) is "the"
        );

    /// <summary>过去1年内: 年内 alone is this year.</summary>
    private static bool IsOfYears(Clause clause, int at) =>
        clause.Word(at) is "年内" or "年內"
        && at > 0
        && clause.Tokens[at - 1] is { IsNumber: true, Number: < 100 };
}
