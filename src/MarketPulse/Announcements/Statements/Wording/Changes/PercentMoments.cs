using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that were reached on the way, not at the session's end.</summary>
internal static class PercentMoments
{
    /// <summary>"Rose 5% to a record high of $823.94": how far that high was off, or the day's whole change; the words leave it open.</summary>
    public static bool LeadsToExtreme(Clause clause, int at) =>
        LeadsToRecord(clause, at)
        || EndsAtRecord(clause, at)
        || clause.Joined(at)
            && clause.Figures[at + 1] is { Unit: FigureUnit.Dollar or FigureUnit.Bare } price
            && clause.Nearest(price, DayPart.Marks | Sense.LongSpan) is { Before: true } mark
            && mark.Token.Is(Sense.High | Sense.Low | Sense.LongSpan)
            && !mark.Token.Is(Sense.Close);

    /// <summary>"stiegen um knapp fünf Prozent auf ein Rekordhoch bei 823,94 Dollar": so far at the record, not at the end.</summary>
    private static bool LeadsToRecord(Clause clause, int at) =>
        clause.Joined(at)
        && clause.Figures[at + 1].Unit == FigureUnit.Dollar
        && clause
            .Tokens[clause.Figures[at].Last..clause.Figures[at + 1].First]
            .Exists(t => t.Is(Sense.LongSpan));

    /// <summary>"Tesla traded up 0.5% Monday, while Nvidia fell 1.5%": as of the same hour, unless a close is told.</summary>
    public static bool IsBesideMoment(Clause clause, int at) =>
        at > 0
        && clause.Figures[at - 1].Unit == FigureUnit.Percent
        && clause.HasBeside(clause.Figures[at - 1], Sense.Moment)
        && !clause.HasBeside(clause.Figures[at], DayPart.Marks);

    /// <summary>最新跌3.11%, 现涨1.2%: so far, in the word itself.</summary>
    public static bool IsNow(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.Up | Sense.Down) is { Before: true, Token: var word }
        && word.Is(Sense.Moment)
        && clause.Text[word.Start] >= '\u2e80';

    /// <summary>"Surged 16% Thursday to a record high".</summary>
    private static bool EndsAtRecord(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        for (
            var i = figure.Last + 1;
            i + 2 < figure.To && !FigureFinder.Parts(clause.Tokens[i]);
            i++
        )
        {
            if (clause.Tokens[i].Is(Sense.To))
            {
                return clause
                    .Tokens[(i + 1)..Math.Min(figure.To, i + 4)]
                    .Exists(t => t.Is(Sense.LongSpan));
            }
        }

        return false;
    }

    /// <summary>周三开盘股价劲扬逾4%: about the open; 高开4% is the open's own.</summary>
    public static bool IsLoose(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.Open) is { Token: var open }
        && clause.Text[open.Start] >= '\u2e80'
        && !open.Is(Sense.Up | Sense.Down);

    /// <summary>涨超5%后转跌逾3%: where it stood before it turned.</summary>
    public static bool TurnsBehind(Clause clause, int at, int way)
    {
        var next = clause.Figures[at].Last + 1;
        return at + 1 < clause.Figures.Count
            && clause.Figures[at + 1] is { Unit: FigureUnit.Percent } turned
            && clause.Text[clause.Tokens[next].Start] is '后' or '後'
            && turned.First - next <= 5
            && !clause
                .Tokens[(next + 1)..turned.First]
                .Exists(t => t.Sort == TokenSort.Break || t.Is(Sense.Weekday | Sense.Yesterday))
            && Direction.Of(clause, turned) is { Sign: var sign }
            && sign == -way;
    }
}
