using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Names;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells opens that a figure only came after.</summary>
internal static class PastOpens
{
    public static bool Are(Clause clause, Figure figure, Token open) =>
        IsPast(clause, figure, open) || IsOfIndices(clause, figure, open);

    /// <summary>股价开高,涨2.62%: what follows the comma came after the open.</summary>
    private static bool IsPast(Clause clause, Figure figure, Token open)
    {
        var at = clause.PlaceOf(open);
        return open.Is(Sense.Up | Sense.Down)
            && clause.Text[open.Start] >= '\u2e80'
            && at < figure.First
            && clause
                .Tokens[at..figure.First]
                .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] is ',' or '，');
    }

    /// <summary>三大指数开盘涨跌不一，英伟达涨5%: the open is the indices', the share stood so at some moment behind it.</summary>
    private static bool IsOfIndices(Clause clause, Figure figure, Token open)
    {
        var at = clause.PlaceOf(open);
        return clause.Text[open.Start] >= '\u2e80'
            && at < figure.First
            && clause.Tokens[at..figure.First].Exists(t => t.IsName && t.Symbol != Subjects.Broad)
            && clause.Tokens[..at].Exists(t => t.IsName)
            && clause.Tokens[..at].TrueForAll(t => !t.IsName || t.Symbol == Subjects.Broad);
    }
}
