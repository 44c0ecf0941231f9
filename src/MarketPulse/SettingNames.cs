using MarketPulse.Alerts;
using MarketPulse.Prices;
using MarketPulse.Storage;

namespace MarketPulse;

/// <summary>Every setting that the code reads, as <c>A:B</c>; an app setting or environment variable writes it <c>A__B</c>.</summary>
public static class SettingNames
{
    /// <summary>How the sources see us.</summary>
    public const string UserAgent = "Http:UserAgent";

    /// <summary>Whether feeds may also lie on this machine and in private networks.</summary>
    public const string AllowPrivateAddresses = "Http:AllowPrivateAddresses";

    /// <summary>The path of the watchlist; empty for the one that comes along.</summary>
    public const string WatchlistFile = "Watchlist:File";

    /// <summary>Which of the watchlist's symbols are followed, comma separated; empty for all.</summary>
    public const string WatchlistSymbols = "Watchlist:Symbols";

    /// <summary>The path of the lexicon; empty for the one that comes along.</summary>
    public const string LexiconFile = "Lexicon:File";

    /// <summary>An OpenTelemetry collector's address, by the standard's own name; empty for none.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>All of them. The deployment, the example of local settings and the documentation are tested against this.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. FunctionNames.All.Select(Schedules.SettingOf),
        .. Of<StorageOptions>(StorageOptions.Section),
        .. Of<EmailOptions>(EmailOptions.Section),
        .. Of<PriceOptions>(PriceOptions.Section),
        .. Of<AlertOptions>(AlertOptions.Section),
        UserAgent,
        AllowPrivateAddresses,
        WatchlistFile,
        WatchlistSymbols,
        LexiconFile,
        Collector,
    ];

    private static IEnumerable<string> Of<TOptions>(string section) =>
        Of(typeof(TOptions), section);

    /// <summary>A section within the section is a class of ours.</summary>
    private static IEnumerable<string> Of(Type options, string section) =>
        options
            .GetProperties()
            .Where(p => p.CanWrite)
            .SelectMany(p =>
                p.PropertyType.Assembly == typeof(SettingNames).Assembly && p.PropertyType.IsClass
                    ? Of(p.PropertyType, $"{section}:{p.Name}")
                    : [$"{section}:{p.Name}"]
            );
}
