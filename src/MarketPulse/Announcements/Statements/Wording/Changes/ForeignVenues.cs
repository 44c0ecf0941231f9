using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes of a listing in another currency: "im Xetra-Handel um 1,4 Prozent auf 158,32 Euro".</summary>
internal static class ForeignVenues
{
    private static readonly string[] Venues =
    [
        "xetra",
        "tradegate",
        "gettex",
        "quotrix",
        "stuttgart",
        "frankfurt",
        "lang",
    ];

    /// <summary>Whether the change led to a price in another currency, or the words name an exchange that quotes in one.</summary>
    public static bool Are(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        return (at + 1 < clause.Figures.Count && clause.Joined(at) && IsForeign(clause, at, at + 1))
            || (
                at > 0
                && figure.First - clause.Figures[at - 1].Last <= 4
                && clause.Figures[at - 1].First > 0
                && clause.Text[clause.Tokens[clause.Figures[at - 1].First - 1].Start] != '('
                && IsForeign(clause, at - 1, at - 1)
            )
            || clause
                .Tokens[figure.From..figure.First]
                .Exists(t =>
                    t.Sort is TokenSort.Word or TokenSort.Capitalised or TokenSort.Capitals
                    && Array.Exists(
                        Venues,
                        v => clause.Word(t).Equals(v, StringComparison.OrdinalIgnoreCase)
                    )
                );
    }

    /// <summary>A price in another currency outside brackets, no sum.</summary>
    private static bool IsForeign(Clause clause, int first, int at)
    {
        var figure = clause.Figures[at];
        return figure.Unit == FigureUnit.Other
            && figure.Token.Decimals == 2
            && clause.Tokens[figure.First..(figure.Last + 1)] is var unit
            && unit.Exists(t => t.Is(Sense.Foreign))
            && !unit.Exists(t => t.Is(Sense.Magnitude))
            && !clause
                .Tokens[clause.Figures[first].Last..clause.Figures[first + 1].First]
                .Exists(t => clause.Text[t.Start] == '(');
    }
}
