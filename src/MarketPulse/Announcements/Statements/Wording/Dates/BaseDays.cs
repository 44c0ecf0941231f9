using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells the day of what a price came from, which isn't the day of what it came to.</summary>
internal static class BaseDays
{
    /// <summary>The days that a sentence names, less the one that only says where the figure came from.</summary>
    public static List<NamedDay> LeftOut(Clause clause, Figure figure) =>
        BaseBefore(clause, figure) is >= 0 and var from
            ? clause.Named.FindAll(d =>
                d.First <= from
                || d.First > clause.Figures[figure.Place - 1].Last + 3
                || d.Last >= figure.First
            )
            : clause.Named;

    /// <summary>"From its record close of $207.04 on Oct. 29 to $180.64": where the price before, which this one came from, is led in; -1 where it didn't.</summary>
    private static int BaseBefore(Clause clause, Figure figure)
    {
        if (
            figure.Place < 1
            || clause.Figures[figure.Place - 1] is not { Unit: FigureUnit.Dollar } start
            || clause.Leading(figure)?.Is(Sense.To | Sense.Open) != true
        )
        {
            return -1;
        }

        for (var i = start.First; i >= start.From; i--)
        {
            if (clause.Tokens[i].Is(Sense.From | Sense.FromPeak))
            {
                return i;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                return -1;
            }
        }

        return -1;
    }
}
