using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells market values, which move as the stock does.</summary>
internal static class MarketValues
{
    /// <summary>"A market value of $2.526 trillion, reflecting a 6.06% increase": the stock's own move, by the moment that the value is of.</summary>
    public static bool Hold(Clause clause, int at) =>
        at > 0
        && clause.Figures[at - 1] is { Unit: FigureUnit.Other } sum
        && DependentChanges.Are(clause, clause.Figures[at])
        && Are(clause, sum);

    /// <summary>Trillions of dollars are a company's market value, whatever is said.</summary>
    public static bool IsTrillions(Clause clause, Figure sum) =>
        PlainCharacters
            .Of(
                clause.Text.AsSpan(
                    clause.Tokens[sum.First].Start,
                    clause.Tokens[sum.Last].End - clause.Tokens[sum.First].Start
                )
            )
            .Contains("trillion", StringComparison.Ordinal);

    public static bool Are(Clause clause, Figure sum)
    {
        if (IsTrillions(clause, sum))
        {
            return true;
        }

        for (
            var i = Math.Max(0, sum.First - 8);
            i < Math.Min(clause.Tokens.Count, sum.Last + 6);
            i++
        )
        {
            if (IsWord(clause.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsWord(ReadOnlySpan<char> words) =>
        words.StartsWith("market", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("valu", StringComparison.OrdinalIgnoreCase)
        || words.Contains("市值", StringComparison.Ordinal)
        || words.StartsWith("börsen", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("markt", StringComparison.OrdinalIgnoreCase);
}
