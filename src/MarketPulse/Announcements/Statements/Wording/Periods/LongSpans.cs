using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells extremes of a longer time than a session: "looking back over the last 52 weeks, it has a high of $88.77".</summary>
internal static class LongSpans
{
    private const Sense Session =
        Sense.SameDay
        | Sense.Today
        | Sense.Weekday
        | Sense.Yesterday
        | Sense.Open
        | Sense.Close
        | Sense.Intraday
        | Sense.Up
        | Sense.Down;

    /// <summary>Whether a high or low is of a span that its sentence named before it, with no session named in between.</summary>
    public static bool Reach(Clause clause, Figure figure)
    {
        if (
            clause.Nearest(figure, DayPart.Marks) is not { } mark
            || !mark.Token.Is(Sense.High | Sense.Low)
            || mark.Token.Is(Sense.SameDay)
        )
        {
            return false;
        }

        // "as high as $648.56 and as low as $319.87 over a 52-week period"
        for (var i = figure.Last + 1; i < clause.Tokens.Count; i++)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.LongSpan))
            {
                return true;
            }

            if (token.Is(Session) || token.Sort == TokenSort.Break)
            {
                break;
            }
        }

        for (var i = figure.First - 1; i >= 0; i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.LongSpan))
            {
                return true;
            }

            if ((token.Is(Session) && !token.Is(Sense.To)) || token.IsStop)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>过去52周，英伟达股价最高为269.20美元，最低为157.37美元: the weeks that open the sentence hold for both.</summary>
    public static bool Open(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= 0; i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.LongSpan) && clause.Word(token).IndexOfAny("周週") >= 0)
            {
                return true;
            }

            if (
                token.IsStop
                || token.Is(Sense.SameDay | Sense.Today | Sense.Weekday | Sense.Yesterday)
            )
            {
                return false;
            }
        }

        return false;
    }
}
