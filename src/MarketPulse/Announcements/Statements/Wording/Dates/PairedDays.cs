using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days that two figures beside each other have one each.</summary>
internal static class PairedDays
{
    /// <summary>"Drops of 3.5% and 3.2% on Thursday and Friday": figures and days listed apart, in one order.</summary>
    public static NamedDay? Of(Clause clause, Figure figure, List<NamedDay> days)
    {
        var (first, second) =
            figure.Place + 1 < clause.Figures.Count && AreBesideAnd(clause, figure.Place)
                ? (figure.Place, figure.Place + 1)
            : figure.Place > 0 && AreBesideAnd(clause, figure.Place - 1)
                ? (figure.Place - 1, figure.Place)
            : (-1, -1);
        if (first < 0)
        {
            return null;
        }

        var at = days.FindIndex(d => d.First > clause.Figures[second].Last);
        return
            at >= 0
            && at + 1 < days.Count
            && days[at].First <= clause.Figures[second].Last + 3
            && days[at + 1].First == days[at].Last + 2
            && clause.Tokens[days[at].Last + 1].Is(Sense.And)
            && !days.Exists(d => d.Last < clause.Figures[first].First && d.First >= figure.From)
            ? days[figure.Place == first ? at : at + 1]
            : null;
    }

    private static bool AreBesideAnd(Clause clause, int at) =>
        clause.Figures[at].Unit == clause.Figures[at + 1].Unit
        && clause.Figures[at + 1].First == clause.Figures[at].Last + 2
        && clause.Tokens[clause.Figures[at].Last + 1].Is(Sense.And);

    /// <summary>"A 3.4% slide on Tuesday topped a 1.8% decline on Monday": a day before the figure that is the figure's before it, and one of its own behind it.</summary>
    public static NamedDay? OfNext(Clause clause, Figure figure, List<NamedDay> days)
    {
        var at = figure.Place;
        if (at < 1)
        {
            return null;
        }

        var before = clause.Figures[at - 1];
        return days.Exists(d =>
            d.First > before.Last && d.First <= before.Last + 4 && d.Last < figure.First
        )
            ? days.Find(d =>
                d.First > figure.Last
                && d.First <= figure.Last + 3
                && !clause.Tokens[(figure.Last + 1)..d.First].Exists(FigureFinder.Parts)
                && !OtherDays.Are(clause, figure, d)
            )
            : null;
    }
}
