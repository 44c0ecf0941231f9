using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Finds the word of a change that Chinese lists behind another.</summary>
internal static class ListedChanges
{
    /// <summary>The other change's word, where the nearest one stands behind a comma; null where the nearest is the figure's own.</summary>
    public static Token? Of(
        Clause clause,
        Figure figure,
        (Token Token, int Distance, bool Before) word
    ) => IsBehindComma(clause, figure, word) ? Listed(clause, figure) : null;

    /// <summary>分别下跌7.94%和3.96%，相比于几十倍的涨幅: a word behind the comma says nothing of a listed figure.</summary>
    private static bool IsBehindComma(
        Clause clause,
        Figure figure,
        (Token Token, int Distance, bool Before) word
    ) =>
        !word.Before
        && clause.Text[word.Token.Start] >= '\u2e80'
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(word.Token)]
            .Exists(t => t.Sort == TokenSort.Break);

    /// <summary>The word of the figure that this one is joined to by 和.</summary>
    private static Token? Listed(Clause clause, Figure figure)
    {
        if (
            figure.Place < 1
            || clause.Figures[figure.Place - 1] is not { Unit: FigureUnit.Percent } first
            || figure.First - first.Last is < 2 or > 3
            || !clause.Tokens[first.Last + 1].Is(Sense.And)
        )
        {
            return null;
        }

        return
            clause.Nearest(first, Sense.Up | Sense.Down) is { Before: true, Distance: <= 15 } found
            ? found.Token
            : null;
    }
}
