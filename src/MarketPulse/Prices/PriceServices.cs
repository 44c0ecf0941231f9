using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketPulse.Prices;

/// <summary>The prices' part of the registration.</summary>
internal static class PriceServices
{
    /// <summary>Yahoo turns away agents that don't look like a browser's; this one does and still says who asks.</summary>
    private const string BrowserLikeAgent = "Mozilla/5.0 (compatible; MarketPulse/0.1)";

    /// <summary>Forty years of a symbol's daily bars are some two megabytes; an answer of more is none.</summary>
    private const int MostPriceBytes = 16 * 1024 * 1024;

    /// <exception cref="SettingException">A setting can't be used.</exception>
    public static void AddPrices(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<PriceOptions>()
            .Bind(configuration.GetSection(PriceOptions.Section))
            .PostConfigure(options => options.Complete(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PriceOptions>, PriceOptions.Check>();
        services.AddHttp<YahooPriceClient>(BrowserLikeAgent, PriceConnection, MostPriceBytes);
        services.AddHttp<TiingoPriceClient>(
            ResilientHttp.Agent(configuration),
            PriceConnection,
            MostPriceBytes
        );
        services.AddTransient<CsvFolderSource>();
        services.AddTransient(s => new PriceSources([
            .. s.GetRequiredService<IOptions<PriceOptions>>()
                .Value.Order.Select(name => Source(s, name)),
        ]));
        services.AddSingleton<PriceTable>();
        services.AddSingleton<PriceQuarantine>();
        services.AddTransient<PriceIntake>();
        services.AddTransient<PriceIngestion>();
        services.AddTransient<PriceBackfill>();
    }

    private static SocketsHttpHandler PriceConnection(IServiceProvider services) =>
        new()
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = 5,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };

    /// <summary>A price source by its name in the settings.</summary>
    internal static IPriceSource Source(IServiceProvider services, string name) =>
        name switch
        {
            YahooPriceClient.SourceName => services.GetRequiredService<YahooPriceClient>(),
            TiingoPriceClient.SourceName => services.GetRequiredService<TiingoPriceClient>(),
            CsvFolderSource.SourceName => services.GetRequiredService<CsvFolderSource>(),
            _ => throw new SettingException($"There is no price source {name}."),
        };
}
