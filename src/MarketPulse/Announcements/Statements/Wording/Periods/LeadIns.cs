using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells words before a comma that only say after what a price moved.</summary>
internal static class LeadIns
{
    /// <summary>"After the company's quarterly report, Nvidia shares fell 3.4%": words before the comma that only say after what.</summary>
    public static bool EndsAt(Clause clause, Figure figure, int comma)
    {
        var first = clause.Tokens.FindLastIndex(
            comma,
            comma - figure.From + 1,
            t => t.Is(Sense.Separator)
        );
        return first >= 0
            && (first <= figure.From + 1)
            && clause.IsAny(
                first,
                "after",
                "following",
                "despite",
                "amid",
                "with",
                "as",
                "nachdem",
                "trotz"
            )
            && clause
                .Tokens[comma..figure.First]
                .Exists(t => t.IsName || t.Is(Sense.Share | Sense.Pronoun));
    }
}
