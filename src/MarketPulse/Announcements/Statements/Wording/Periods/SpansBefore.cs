using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells the span that the words before a change name, the nearest first.</summary>
internal static class SpansBefore
{
    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/>, none for a day; null where nothing is named or something else is told first.</summary>
    public static Sense? Of(Clause clause, Figure figure)
    {
        var (part, outside, dated) = (false, false, false);
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (
                clause.IsComma(i)
                && (
                    LeadIns.EndsAt(clause, figure, i)
                    || clause.Word(i + 1) is "so" or "but" or "yet"
                )
            )
            {
                break;
            }

            if (token.Is(Sense.Period) && ResultQuarters.AreNamed(clause, i))
            {
                continue;
            }

            part |= token.Is(Sense.PreMarket | Sense.AfterHours | Sense.Intraday | Sense.Close);
            outside |= token.Is(Sense.PreMarket | Sense.AfterHours);
            if (part && token.Sort == TokenSort.Break && Opens(clause, figure, i - 1))
            {
                return Sense.Period;
            }

            if (
                (part && token.Sort == TokenSort.Break)
                // "Nvidia, which has driven the sector higher this year, rose 1.5%": the aside's span is its own.
                || (
                    clause.IsComma(i)
                    && i + 1 < figure.First
                    && clause.Tokens[i + 1].Is(Sense.Up | Sense.Down)
                    && clause.Tokens[figure.From..i].Exists(t => clause.Word(t) is "which")
                )
                // 公布第二财季业绩后股价盘后跌3.1%: the quarter is the results'.
                || (outside && token.Is(Sense.Separator))
            )
            {
                break;
            }

            dated |= ResultQuarters.AreDated(clause, i);
            if (dated && token.Is(Sense.Period))
            {
                break;
            }

            if (ResultQuarters.Are(clause, figure, i))
            {
                continue;
            }

            if (SpanWords.Of(clause, i) is { } span)
            {
                // 在今年截至周一收盘: the day only ends the span.
                return span == Sense.None && i > figure.From && clause.Tokens[i - 1].Is(Sense.Ytd)
                    ? Sense.Ytd
                    : span;
            }

            if (clause.Word(token) is "when" or "als")
            {
                // "Since May 31, when it fell 5.7%": told of that day.
                break;
            }

            if (
                SpanWords.Begins(clause, i)
                || (token.Is(Sense.Since) && clause.Days.Exists(d => d.First - i is 1 or 2))
            )
            {
                return Sense.Period;
            }

            if (LoneYears.Are(clause, i))
            {
                return Sense.Ytd;
            }
        }

        return null;
    }

    /// <summary>去年，英伟达股价一度飙升171%: a span that opens the sentence holds for its moments too.</summary>
    private static bool Opens(Clause clause, Figure figure, int at) =>
        at >= figure.From
        && clause.Tokens[at].Is(Sense.Ytd | Sense.Period)
        && clause.Text[clause.Tokens[at].Start] >= '\u2e80'
        && (at <= 1 || clause.Tokens[at - 1].Sort == TokenSort.Break);
}
