using MarketPulse.Announcements.Statements.Wording.Changes;
using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells figures of the session's end, whatever part of it was told before them.</summary>
internal static class Closes
{
    /// <summary>盘中大涨逾5%，逆转下跌3.15%，收在180.64美元: the other way, and the close stands beside it.</summary>
    public static bool TurnTo(Clause clause, int at, Stated before) =>
        clause.Figures[at].Unit == FigureUnit.Percent
        && at + 1 < clause.Figures.Count
        && clause.Figures[at + 1].First - clause.Figures[at].Last <= 4
        && clause.Nearest(clause.Figures[at + 1], DayPart.Marks) is { Before: true } next
        && next.Token.Is(Sense.Close)
        && Direction.Of(clause, clause.Figures[at]) is { Sign: var sign }
        && sign == -before.Sign;

    /// <summary>"last changed hands at $1,208.88 at Friday's close".</summary>
    public static bool EndMoment(Clause clause, Figure figure)
    {
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 6); i++)
        {
            if (clause.Tokens[i].Is(Sense.Close))
            {
                return true;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                return false;
            }
        }

        return false;
    }
}
