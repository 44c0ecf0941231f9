using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells companies by trades that no chip maker is called by: "the quantum-computing specialist's share price".</summary>
internal static class OtherTrades
{
    /// <summary>No owner stands further before the stock, and no word of its trade further before that.</summary>
    private const int Farthest = 6;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "quantum",
        "driving",
        "autonomous",
        "software",
        "crypto",
        "mining",
        "biotech",
        "retail",
        "energy",
        "solar",
        "nuclear",
        "oil",
        "bank",
        "automaker",
        "ev",
        "electric",
        "robotaxi",
        "networking",
        "storage",
        "streaming",
        "airline",
        "photonic",
        "photonics",
        "space",
        "drone",
    };

    /// <summary>Whether such a company owns the stock at a place.</summary>
    public static bool Own(Clause clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - Farthest); i--)
        {
            if (clause.IsPossessive(i) || clause.EndsPossessive(i))
            {
                return clause.Tokens[Math.Max(0, i - Farthest)..i].Exists(t => Is(clause, t));
            }

            if (FigureFinder.Parts(clause.Tokens[i]) || clause.Tokens[i].IsName)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Is(Clause clause, Token token) =>
        (token.Symbol == Subjects.Unlisted && char.IsAsciiLetterLower(clause.Text[token.Start]))
        || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(clause.Word(token));
}
