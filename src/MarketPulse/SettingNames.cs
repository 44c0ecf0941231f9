using MarketPulse.Alerts;
using MarketPulse.Storage;

namespace MarketPulse;

/// <summary>Every setting that the code reads, as <c>A:B</c>; an app setting or environment variable writes it <c>A__B</c>.</summary>
public static class SettingNames
{
    /// <summary>How the sources see us.</summary>
    public const string UserAgent = "Http:UserAgent";

    /// <summary>The path of the watchlist; empty for the one that comes along.</summary>
    public const string WatchlistFile = "Watchlist:File";

    /// <summary>Which of the watchlist's symbols are followed, comma separated; empty for all.</summary>
    public const string WatchlistSymbols = "Watchlist:Symbols";

    /// <summary>All of them. The deployment, the example of local settings and the documentation are tested against this.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. FunctionNames.All.Select(Schedules.SettingOf),
        .. Of<StorageOptions>(StorageOptions.Section),
        .. Of<EmailOptions>(EmailOptions.Section),
        .. Of<AlertOptions>(AlertOptions.Section),
        UserAgent,
        WatchlistFile,
        WatchlistSymbols,
    ];

    private static IEnumerable<string> Of<TOptions>(string section) =>
        typeof(TOptions).GetProperties().Where(p => p.CanWrite).Select(p => $"{section}:{p.Name}");
}
