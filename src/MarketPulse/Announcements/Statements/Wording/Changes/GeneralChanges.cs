using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that are none of a day: what may come, and what came on the whole.</summary>
internal static class GeneralChanges
{
    /// <summary>"Up 27% from current levels", "returns 55% of the time", "a median gain of 4.9%": what may come, and what came on the whole.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        var behind = clause.Text.AsSpan(
            clause.Tokens[figure.Last].End,
            Math.Min(24, clause.Text.Length - clause.Tokens[figure.Last].End)
        );
        if (
            behind.Contains(" from current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from here", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" on the current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from its current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from the current", StringComparison.OrdinalIgnoreCase)
            || behind.StartsWith(" of the time", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 5); i--)
        {
            var word = clause.Word(i);
            if (word is "median" or "average" or "typical" or "mean" or "durchschnittlich")
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
