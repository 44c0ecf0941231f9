using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Finds the word that puts a figure of its own in a part of the day.</summary>
internal static class OwnMarks
{
    /// <summary>The figure's own, unless it is told apart from it; null where there is none.</summary>
    public static (Token Token, int Distance, bool Before)? Of(Clause clause, Figure figure) =>
        Nearest(clause, figure) is { } own && !IsApart(clause, figure, own) ? own : null;

    /// <summary>The nearest mark; in Chinese one behind a comma is of what follows: 大涨3.5%，成为全球最高…</summary>
    public static (Token Token, int Distance, bool Before)? Nearest(Clause clause, Figure figure)
    {
        if (clause.Nearest(figure, DayPart.Marks) is not { } found)
        {
            return null;
        }

        if (found.Before)
        {
            return
                IsPartedByDay(clause, figure, found.Token) || IsOfAside(clause, figure, found.Token)
                ? null
                : found;
        }

        if (clause.Text[found.Token.Start] < '\u2e80')
        {
            return
                IsHeldAgainst(clause, figure, found.Token)
                || IsOfReason(clause, figure, found.Token)
                ? clause.Nearest(figure with { To = figure.Last + 1 }, DayPart.Marks)
                : found;
        }

        for (
            var i = figure.Last + 1;
            i < clause.Tokens.Count && clause.Tokens[i].Start < found.Token.Start;
            i++
        )
        {
            if (clause.Text[clause.Tokens[i].Start] is ',' or '，')
            {
                return clause.Nearest(figure with { To = figure.Last + 1 }, DayPart.Marks);
            }
        }

        return found;
    }

    /// <summary>"NVDA -5.88, -3.15%, gapped up at the open": behind a signed figure's comma something else is told.</summary>
    private static bool IsApart(
        Clause clause,
        Figure figure,
        (Token Token, int, bool Before) own
    ) =>
        figure.Token.Sign != 0
        && !own.Before
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(own.Token)]
            .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] == ',');

    /// <summary>"Fell 5.6%, erasing gains notched earlier in the session", "jumped 2%, bringing it closer to its all-time high": said of something else.</summary>
    private static bool IsOfReason(Clause clause, Figure figure, Token mark)
    {
        if (!mark.Is(Sense.Intraday | Sense.High | Sense.Low))
        {
            return false;
        }

        var at = clause.PlaceOf(mark);
        var comma = false;
        for (var i = figure.Last + 1; i < at; i++)
        {
            var token = clause.Tokens[i];
            comma |= clause.IsComma(i);
            if (i + 2 == at && clause.Tokens[i + 1].IsNumber)
            {
                // "Shortly after 1 p.m."
                continue;
            }

            if (
                (comma && token.Is(Sense.Separator | Sense.Up | Sense.Down))
                || clause.Word(token) is "after" or "bringing" or "erasing" or "reversing"
            )
            {
                return true;
            }

            // "Surged 16% to a record high": how the day went, or how far it got.
            if (
                figure.Unit == FigureUnit.Percent
                && token.Is(Sense.LongSpan)
                && i + 1 == at
                && mark.Is(Sense.High | Sense.Low)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Nvidia, which had briefly surpassed Apple, fell by 4.69%": how it was in the relative clause, which the comma ends.</summary>
    private static bool IsOfAside(Clause clause, Figure figure, Token mark)
    {
        var at = clause.PlaceOf(mark);
        var opened = clause.Tokens.FindLastIndex(
            at,
            t => t.Is(Sense.Separator) && t.IsAny(clause.Text, "which", "who")
        );
        var comma = clause.Tokens.FindLastIndex(
            figure.First,
            figure.First - at,
            t => t.Sort == TokenSort.Break && clause.Text[t.Start] == ','
        );
        return opened >= 0
            && mark.Is(Sense.Intraday | Sense.High | Sense.Low)
            && comma > at
            && comma + 1 < figure.First
            && clause.Tokens[comma + 1].Is(Sense.Up | Sense.Down)
            && !clause.Tokens[opened..comma].Exists(t => t.IsNumber);
    }

    /// <summary>盘中迅速发酵，该公司股价单日大跌6.9%: behind the comma the day is told as a whole.</summary>
    private static bool IsPartedByDay(Clause clause, Figure figure, Token mark)
    {
        if (clause.Text[mark.Start] < '\u2e80' || !mark.Is(Sense.Intraday))
        {
            return false;
        }

        var day = false;
        for (var i = figure.First - 1; i > clause.PlaceOf(mark); i--)
        {
            day |=
                clause.Tokens[i].Is(Sense.SameDay | Sense.Yesterday)
                || clause.Days.Exists(d => d.First <= i && i <= d.Last);
            if (clause.Tokens[i].Sort == TokenSort.Break)
            {
                return day;
            }
        }

        return false;
    }

    /// <summary>"As of 2:10 p.m., shares were 3.4% higher than Friday's close": what the change is held against.</summary>
    private static bool IsHeldAgainst(Clause clause, Figure figure, Token close) =>
        close.Is(Sense.Close)
        && !close.Is(Sense.Previous)
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(close)]
            .Exists(t => clause.Word(t) is "than" or "from" or "versus" or "over");
}
