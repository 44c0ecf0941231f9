using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Correlation;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Queries;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketPulse;

/// <summary>The one registration of everything that MarketPulse is made of.</summary>
public static class MarketPulseServices
{
    /// <summary>The User-Agent that sources see; the SEC asks for a contact in it (setting <c>Http:UserAgent</c>).</summary>
    public const string UserAgent = "MarketPulse/0.1 (personal use)";

    /// <summary>Adds the pipeline, its stages and their clients; settings are checked when the host starts.</summary>
    /// <exception cref="SettingException">A setting that is needed at once can't be used.</exception>
    public static IServiceCollection AddMarketPulse(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        services.AddStorage(configuration);
        services.AddSingleton(_ =>
            WatchlistFile
                .Read(File(configuration, SettingNames.WatchlistFile, WatchlistFile.Default))
                .Only(configuration[SettingNames.WatchlistSymbols])
        );
        services.AddSingleton(_ =>
            LexiconFile.Read(File(configuration, SettingNames.LexiconFile, LexiconFile.Default))
        );

        services.AddFeeds(configuration);
        services.AddSingleton<AnnouncementTable>();
        services.AddTransient<AnnouncementIngestion>();
        services.AddPrices(configuration);
        services.AddSingleton<CorrelationTable>();
        services.AddTransient<Correlator>();
        services.AddAlerts(configuration);
        services.AddQueries();

        services.AddSingleton<RunTable>();
        services.AddTransient<Pipeline>();
        return services;
    }

    private static string File(IConfiguration configuration, string setting, string standard) =>
        configuration[setting] is { Length: > 0 } file ? file : standard;
}
