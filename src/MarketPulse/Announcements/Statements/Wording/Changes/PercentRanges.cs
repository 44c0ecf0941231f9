using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells ends of a range of changes, which is no one's change.</summary>
internal static class PercentRanges
{
    /// <summary>"Nvidia and AMD, which increased by 2% to 4%": how much each, isn't said.</summary>
    public static bool Are(Clause clause, int at) =>
        IsRange(clause, at) || (at > 0 && IsRange(clause, at - 1));

    private static bool IsRange(Clause clause, int at) =>
        at + 1 < clause.Figures.Count
        && clause.Figures[at].Unit == FigureUnit.Percent
        && clause.Figures[at + 1].Unit == FigureUnit.Percent
        && clause.Figures[at + 1].First - clause.Figures[at].Last == 2
        && clause.Word(clause.Figures[at].Last + 1) is "to";
}
