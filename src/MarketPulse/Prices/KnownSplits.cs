namespace MarketPulse.Prices;

/// <summary>Splits that price files may leave unsaid because their bars were adjusted for them.</summary>
/// <remarks>Source: the issuers' own split histories (investor relations pages). Ratios are new shares per old share.</remarks>
public static class KnownSplits
{
    private static readonly Dictionary<string, (DateOnly Session, double Ratio)[]> Splits = new(
        StringComparer.Ordinal
    )
    {
        ["NVDA"] =
        [
            (new(2000, 6, 27), 2),
            (new(2001, 9, 17), 2),
            (new(2006, 4, 7), 2),
            (new(2007, 9, 11), 1.5),
            (new(2021, 7, 20), 4),
            (new(2024, 6, 10), 10),
        ],
        ["AAPL"] = [(new(2005, 2, 28), 2), (new(2014, 6, 9), 7), (new(2020, 8, 31), 4)],
        ["SMH"] = [(new(2023, 5, 5), 2)],
    };

    /// <summary>A symbol's splits, oldest first, each on the session that first traded the new shares; empty where none is known.</summary>
    public static IReadOnlyList<(DateOnly Session, double Ratio)> Of(string symbol) =>
        Splits.GetValueOrDefault(symbol) ?? [];
}
