using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells bases that are a session's figure too: "from a session low of $97.53".</summary>
internal static class SessionBases
{
    /// <summary>Whether the word before a figure says so.</summary>
    public static bool Are(Clause clause, int figure, int word)
    {
        var token = clause.Tokens[word];
        var own = clause.Figures[figure];
        return token.Is(Sense.Open)
            || (token.Is(Sense.High | Sense.Low) && token.Is(Sense.SameDay))
            || IsNamed(clause, token)
            || (token.Is(Sense.High | Sense.Low | Sense.Close) && IsDated(clause, own))
            || (token.Is(Sense.Low | Sense.High) && LeadsToOther(clause, figure))
            || (token.Is(Sense.Close) && IsDatedBefore(clause, own, word));
    }

    /// <summary>"from a low of $86.62 on April 7": an extreme with a day of its own right behind it.</summary>
    private static bool IsDated(Clause clause, Figure figure) =>
        clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First > figure.Last
            && (
                d.First <= figure.Last + 2
                // "of $289.07, set on Oct. 1"
                || (
                    d.First <= figure.Last + 5
                    && clause
                        .Tokens[(figure.Last + 1)..d.First]
                        .Exists(t =>
                            clause.Word(t) is "set" or "reached" or "hit" or "recorded" or "touched"
                        )
                )
            )
        );

    /// <summary>"From a low of $223.00 to a high of $236.12": both ends of one session's range.</summary>
    private static bool LeadsToOther(Clause clause, int at)
    {
        if (
            at + 1 >= clause.Figures.Count
            || clause.Figures[at + 1].Unit != FigureUnit.Dollar
            || !clause.Joined(at)
        )
        {
            return false;
        }

        var between = clause.Tokens[(clause.Figures[at].Last + 1)..clause.Figures[at + 1].First];
        return between.Exists(t => t.Is(Sense.To))
            && between.Exists(t => t.Is(Sense.High | Sense.Low));
    }

    /// <summary>"From Jan. 24's closing price of $142.62": a base, but a dated close too.</summary>
    private static bool IsDatedBefore(Clause clause, Figure figure, int close) =>
        clause.Days.Exists(d =>
            d.Reference is not null || clause.Tokens[d.First].Is(Sense.Month | Sense.Weekday)
                ? d.Last < close && d.Last >= close - 3 && d.First >= figure.From
                : false
        );

    /// <summary>"An intraday high", 日内低点: an extreme of the day, as the word itself says.</summary>
    public static bool IsNamed(Clause clause, Token token)
    {
        if (!token.Is(Sense.High | Sense.Low))
        {
            return false;
        }

        var words = clause.Word(token);
        return words.Contains("intra", StringComparison.OrdinalIgnoreCase)
            || words.Contains("session", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("tages", StringComparison.OrdinalIgnoreCase)
            || words.IndexOfAny("日盘盤") >= 0;
    }
}
