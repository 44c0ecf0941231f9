namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Gives pairs of a change and a price to names in their order: "AMD and Nvidia are higher by 3.66% to $68.53 and 5.40% to $131.88".</summary>
internal static class PairedFigures
{
    /// <summary>Overwrites the subjects of such pairs, where just two are listed.</summary>
    /// <param name="names">The two that stand before the pairs.</param>
    public static bool Assign(
        Clause clause,
        int first,
        IReadOnlyList<string> names,
        string?[] subjects
    )
    {
        if (names.Count != 2 || !ArePaired(clause, first))
        {
            return false;
        }

        (subjects[first], subjects[first + 1]) = (names[0], names[0]);
        (subjects[first + 2], subjects[first + 3]) = (names[1], names[1]);
        return true;
    }

    /// <summary>The change that the second pair's takes its direction from; null where there is no such pair.</summary>
    public static Figure? First(Clause clause, Figure figure) =>
        figure.Place >= 2 && ArePaired(clause, figure.Place - 2)
            ? clause.Figures[figure.Place - 2]
            : null;

    /// <summary>Whether a pair begins at a figure and "and" joins another to it.</summary>
    private static bool ArePaired(Clause clause, int first) =>
        first + 3 < clause.Figures.Count
        && IsPair(clause, first)
        && IsPair(clause, first + 2)
        && clause.Figures[first + 2].First - clause.Figures[first + 1].Last <= 3
        && clause
            .Tokens[(clause.Figures[first + 1].Last + 1)..clause.Figures[first + 2].First]
            .Exists(t => t.Is(Sense.And));

    private static bool IsPair(Clause clause, int at) =>
        clause.Figures[at].Unit == FigureUnit.Percent
        && clause.Figures[at + 1].Unit == FigureUnit.Dollar
        && clause.Figures[at + 1].First - clause.Figures[at].Last == 2
        && clause.Tokens[clause.Figures[at].Last + 1].Is(Sense.To);
}
