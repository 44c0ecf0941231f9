using MarketPulse.Announcements.Statements.Wording.Changes;
using MarketPulse.Announcements.Statements.Wording.Dates;
using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Periods;
using MarketPulse.Announcements.Statements.Wording.Quotes;

namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells which figure of a session a figure is, from the words around it.</summary>
internal static class FieldReader
{
    /// <summary>"Prospects that it will lead have pushed the stock 182% higher", "bracing for the worst after it fell 8.5%": what stands behind is no prospect.</summary>
    private static bool HasHappened(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 6); i--)
        {
            if (clause.Tokens[i].Is(Sense.Hypothetical | Sense.Limit))
            {
                return false;
            }

            if (clause.Word(i) is "have" or "has" or "after")
            {
                return !clause.HasAfter(figure, Sense.Hypothetical | Sense.Limit);
            }
        }

        return false;
    }

    /// <summary>What the words make of the figure; null where it states no price that was.</summary>
    /// <param name="before">What was made of the figure before it in the sentence, of the same symbol.</param>
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            figure.Unit == FigureUnit.Other
            || (
                (
                    clause.HasBeside(figure, Sense.Hypothetical | Sense.Limit)
                    || clause.HasBefore(figure, Sense.Hypothetical)
                ) && !HasHappened(clause, figure)
            )
            || ProductPrices.Are(clause, figure)
            || MovesToCome.Are(clause, at)
            || Months.NamedBeside(clause, figure)
            || RecalledDays.AreOnly(clause, figure)
        )
        {
            return null;
        }

        return figure.Unit == FigureUnit.Percent
            ? PercentReader.Read(clause, at, before)
            : PriceReader.Read(clause, at, before);
    }
}
