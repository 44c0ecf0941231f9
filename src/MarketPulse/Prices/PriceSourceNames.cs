namespace MarketPulse.Prices;

/// <summary>What readers call a price source.</summary>
public static class PriceSourceNames
{
    /// <summary>The name in a sentence; one that isn't known stays as it is.</summary>
    public static string Of(string source) =>
        source switch
        {
            YahooPriceClient.SourceName => "Yahoo Finance",
            TiingoPriceClient.SourceName => "Tiingo",
            CsvFolderSource.SourceName => "a folder of CSV files",
            _ => source,
        };

    /// <summary>The sources of several bars, each once, the most frequent first.</summary>
    public static string Of(IEnumerable<StoredBar> bars) =>
        string.Join(
            " and ",
            bars.GroupBy(b => b.Source)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Of(g.Key))
        );
}
