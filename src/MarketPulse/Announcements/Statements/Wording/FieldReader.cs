namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells which figure of a session a figure is, from the words around it.</summary>
internal static class FieldReader
{
    /// <summary>What the words make of the figure; null where it states no price that was.</summary>
    /// <param name="before">What was made of the figure before it in the sentence, of the same symbol.</param>
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            figure.Unit == FigureUnit.Other
            || clause.HasBeside(figure, Sense.Hypothetical | Sense.Limit)
            || clause.HasBefore(figure, Sense.Hypothetical)
            || Months.NamedBeside(clause, figure)
            || Days.IsRecalled(clause, figure)
        )
        {
            return null;
        }

        return figure.Unit == FigureUnit.Percent
            ? PercentReader.Read(clause, at, before)
            : PriceReader.Read(clause, at, before);
    }
}
