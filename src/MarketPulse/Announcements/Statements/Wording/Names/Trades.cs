namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells words that mean a company by what it does.</summary>
internal static class Trades
{
    /// <summary>Whom "the chipmaker" can mean.</summary>
    private static readonly HashSet<string> ChipMakers = new(StringComparer.Ordinal)
    {
        "NVDA",
        "AMD",
        "INTC",
        "AVGO",
        "TSM",
        "QCOM",
        "MU",
        "ARM",
        "MRVL",
        "ASML",
        "TXN",
        "ADI",
        "ON",
        "NXPI",
    };

    public static bool HasChips(string symbol) => ChipMakers.Contains(symbol);

    /// <summary>"The chipmaker", 该芯片巨头: says what the company does.</summary>
    public static bool Are(Clause clause, Token token)
    {
        if (!token.Is(Sense.Pronoun))
        {
            return false;
        }

        var words = clause.Word(token);
        return words.Contains("chip", StringComparison.OrdinalIgnoreCase)
            || words.Contains("gpu", StringComparison.OrdinalIgnoreCase)
            || words.Contains("芯片", StringComparison.Ordinal)
            || words.Contains("晶片", StringComparison.Ordinal);
    }
}
