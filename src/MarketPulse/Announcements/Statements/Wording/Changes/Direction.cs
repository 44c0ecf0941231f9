using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Reads which way a change went.</summary>
internal static class Direction
{
    /// <summary>1 or −1, and the word that says so (null for a sign); null where nothing does.</summary>
    public static (int Sign, Token? Word)? Of(Clause clause, Figure figure)
    {
        var word = clause.Nearest(figure, Sense.Up | Sense.Down);
        if (figure.Token.Sign != 0 && word is not { Before: true })
        {
            // "NVDA -5.88, -3.15%, gapped up at the open"
            return (figure.Token.Sign, null);
        }

        if (word is { Before: false, Distance: > 3 } && GoesOn(clause, figure))
        {
            return Of(clause, clause.Figures[figure.Place - 1]);
        }

        return word is { Distance: <= 15 } found
            ? ListedChanges.Of(clause, figure, found) is { } listed
                ? (Sign(listed), listed)
                : (Sign(ChangeNouns.Meant(clause, found.Token)), found.Token)
            : figure.Token.Sign != 0
                ? (figure.Token.Sign, null)
                : (
                    Behind(clause, figure)
                    ?? YearChanges.Noun(clause, figure)
                    ?? ElidedVerbs.Of(clause, figure)
                )
                    is { } behind
                    ? (Sign(behind), behind)
                    : YearChanges.Continued(clause, figure) is { } continued
                        ? (Sign(continued), continued)
                        : PairedFigures.First(clause, figure) is { } first
                        && Of(clause, first) is { } way
                            ? way
                            : YearChanges.IsPerformance(clause, figure)
                                ? (1, null)
                                : null;
    }

    /// <summary>"um 0,7 Prozent auf 116,20 Dollar nach oben": behind the price that the change led to.</summary>
    private static Token? Behind(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (!clause.Joined(at))
        {
            return null;
        }

        var next = clause.Figures[at + 1].Last + 1;
        return
            clause.Figures[at + 1].Unit == FigureUnit.Dollar
            && next < clause.Tokens.Count
            && clause.Tokens[next].Is(Sense.Up | Sense.Down)
            ? clause.Tokens[next]
            : null;
    }

    /// <summary>"Soaring 239% in 2023 and 171% in 2024, … any pullback": the second went as the first.</summary>
    private static bool GoesOn(Clause clause, Figure figure) =>
        figure.Place > 0
        && figure.First > 0
        && clause.Tokens[figure.First - 1].Is(Sense.And)
        && clause.Figures[figure.Place - 1] is { Unit: FigureUnit.Percent } before
        && figure.First - before.Last <= 4;

    public static int Sign(Token word) => word.Is(Sense.Down) ? -1 : 1;
}
