using System.Globalization;
using MarketPulse.Telemetry;
using MarketPulse.Watchlists;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Functions;

/// <summary>The worker process of the Azure Functions app.</summary>
internal static class Program
{
    private static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run. Wrong settings stop it here or when it starts, saying which and what to do.</summary>
    /// <exception cref="SettingException">The watchlist can't be used.</exception>
    internal static IHost Build(string[] args)
    {
        // What is stored and mailed must not hang on the host's language.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddMarketPulse(builder.Configuration);
        builder.Services.AddMarketPulseTelemetry(builder.Configuration);
        // The first writes four lines for each request that goes well, the second a stack trace for each attempt that doesn't,
        // and every line is paid for. What failed in the end stands in the stage's report.
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        var host = builder.Build();
        // Read at once: else a wrong watchlist shows only when the first timer fires.
        host.Services.GetRequiredService<Watchlist>();
        return host;
    }
}
