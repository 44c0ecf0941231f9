using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells names that only say whose partner, supplier or rival somebody else is: "Nvidia partner vaults 30%".</summary>
internal static class Relations
{
    private static readonly HashSet<string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "partner",
        "partners",
        "supplier",
        "suppliers",
        "rival",
        "rivals",
        "peer",
        "peers",
        "competitor",
        "competitors",
        "customer",
        "customers",
        "challenger",
        "backer",
        "backed",
        "investee",
    };

    /// <summary>No relation's noun stands further behind the possessive ("Nvidia's most important HBM supplier").</summary>
    private const int Farthest = 6;

    /// <summary>Whether the name at a place only relates another one, told before or not at all.</summary>
    public static bool Are(Clause clause, int name)
    {
        var at = name + 1;
        if (at >= clause.Tokens.Count || clause.Text[clause.Tokens[name].Start] >= '\u2e80')
        {
            return false;
        }

        if (!clause.Owns(name))
        {
            at += clause.Word(at) is "-" ? 1 : 0;
            return at < clause.Tokens.Count && IsNoun(clause, at) && !IsNamed(clause, at + 1);
        }

        // ", Nvidia's most important HBM supplier, went public"
        for (var i = at; i < Math.Min(clause.Tokens.Count, name + Farthest); i++)
        {
            if (clause.Tokens[i].Sort == TokenSort.Break || clause.Tokens[i].IsNumber)
            {
                return false;
            }

            if (IsNoun(clause, i))
            {
                return name > 0 && clause.IsComma(name - 1) && !IsNamed(clause, i + 1);
            }
        }

        return false;
    }

    private static bool IsNoun(Clause clause, int at) =>
        Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(clause.Word(at));

    private static bool IsNamed(Clause clause, int at) =>
        at < clause.Tokens.Count && clause.Tokens[at].IsName;
}
