using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that are none of a day: what may come, and what came on the whole.</summary>
internal static class GeneralChanges
{
    /// <summary>No list of changes is followed further back.</summary>
    private const int LongestList = 12;

    /// <summary>What a move that may come is counted from.</summary>
    private static readonly string[] Now =
    [
        " from current",
        " from here",
        " on the current",
        " from its current",
        " from the current",
    ];

    /// <summary>"Up 27% from current levels", "returns 55% of the time", "a median gain of 4.9%": what may come, and what came on the whole.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        if (
            clause
                .Text.AsSpan(clause.Tokens[0].Start)
                .StartsWith("The last time", StringComparison.OrdinalIgnoreCase)
            && clause.HasAfter(figure, Sense.NextDay)
        )
        {
            // "The last time we saw such a gain, NVDA rose 1.87% on the day behind it".
            return true;
        }

        // "Average gains of 48.4%, 50.2% and 56.7%": each is of what is said of the first.
        var last = Math.Max(0, figure.Place - LongestList);
        for (var at = figure.Place; at >= last; at--)
        {
            if (Is(clause, clause.Figures[at]))
            {
                return true;
            }

            if (
                at == 0
                || clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
                || clause.Figures[at].First - before.Last != 2
            )
            {
                break;
            }
        }

        return false;
    }

    private static bool Is(Clause clause, Figure figure)
    {
        if (
            IsCountedFromNow(clause, figure)
            || IsShareOf(clause, figure)
            || IsPartOfNamed(clause, figure)
        )
        {
            return true;
        }

        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 5); i--)
        {
            var word = clause.Word(i);
            if (
                word is "median" or "average" or "typical" or "mean" or "durchschnittlich"
                // "Conditioned on the price not decreasing more than 5%".
                || word is "not" or "never" or "without"
            )
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

    /// <summary>"Up 27% from current levels", "returns 55% of the time".</summary>
    private static bool IsCountedFromNow(Clause clause, Figure figure)
    {
        var end = clause.Tokens[figure.Last].End;
        var behind = clause.Text.AsSpan(end, Math.Min(24, clause.Text.Length - end));
        if (behind.StartsWith(" of the time", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var now in Now)
        {
            if (behind.Contains(now, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>市值只有英伟达的4%: so much of the company's own; 英伟达的4%跌幅 is a move.</summary>
    private static bool IsPartOfNamed(Clause clause, Figure figure) =>
        figure.First > 1
        && clause.Word(figure.First - 1) is "的"
        && clause.Tokens[figure.First - 2].IsName
        && !(
            figure.Last + 1 < clause.Tokens.Count
            && clause.Tokens[figure.Last + 1].Is(Sense.Up | Sense.Down | Sense.Filler)
        );

    /// <summary>"Lost money on 75% of recent trades": so many of them; "lost 5% of its value" is a move.</summary>
    private static bool IsShareOf(Clause clause, Figure figure) =>
        figure.Last + 2 < clause.Tokens.Count
        && clause.Tokens[figure.Last + 1].IsAny(clause.Text, "of")
        && (
            clause
                .Tokens[figure.Last + 2]
                .IsAny(clause.Text, "recent", "all", "cases", "trades", "your", "our", "my")
            // "Responsible for 30% of the gain".
            || (
                figure.Last + 3 < clause.Tokens.Count
                && clause.Word(figure.Last + 2) is "the" or "that"
                && clause.Tokens[figure.Last + 3].Is(Sense.Up | Sense.Down)
            )
            // "Makes up just 5% of Nvidia's total sales".
            || clause
                .Tokens[(figure.Last + 2)..Math.Min(clause.Tokens.Count, figure.Last + 7)]
                .TakeWhile(t => t.Sort != TokenSort.Break && !t.IsNumber)
                .Any(t => t.Is(Sense.Measure) && !t.IsAny(clause.Text, "worth"))
        );
}
