using MarketPulse.Storage;
using MarketPulse.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MarketPulse.Cli.Local;

/// <summary>The library's services over the configured storage, or over Azurite on a local folder (IO).</summary>
internal sealed class CliHost : IAsyncDisposable
{
    private const string DevelopmentStorage = "UseDevelopmentStorage=true";
    private const int DefaultTablePort = 10002;

    private readonly Azurite? _azurite;

    private CliHost(ServiceProvider services, IConfiguration configuration, Azurite? azurite) =>
        (Services, Configuration, _azurite) = (services, configuration, azurite);

    public ServiceProvider Services { get; }

    public IConfiguration Configuration { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Starts.</summary>
    /// <param name="data">The local folder; its mailbox is the default one.</param>
    /// <param name="ownTables">Whether the tables are that folder's own, whatever is configured or listens elsewhere.</param>
    /// <param name="settings">What outranks the environment.</param>
    /// <param name="register">What replaces the library's own services.</param>
    /// <exception cref="SettingException">A setting is wrong; the message names it and the cure.</exception>
    public static async Task<CliHost> StartAsync(
        LocalData data,
        bool ownTables,
        CancellationToken cancellation,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? register = null,
        bool verbose = false
    )
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Email:PickupFolder"] = data.Mail }
        );
        builder.AddEnvironmentVariables();
        builder.AddInMemoryCollection(settings);
        var configuration = builder.Build();
        var azurite = await StorageAsync(data, ownTables, configuration, cancellation);
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(configuration);
            services.AddLogging(log =>
            {
                log.AddSimpleConsole(console => console.SingleLine = true);
                log.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                    o => o.LogToStandardErrorThreshold = LogLevel.Trace
                );
                log.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);
                log.AddFilter("System.Net.Http", LogLevel.Warning);
                // Each attempt's stack trace; what failed in the end is in the stage's report, which the command prints.
                log.AddFilter("Polly", LogLevel.None);
                log.AddFilter(
                    typeof(Pipeline).FullName,
                    verbose ? LogLevel.Information : LogLevel.None
                );
            });
            services.AddMarketPulse(configuration);
            services.AddMarketPulseTelemetry(configuration);
            register?.Invoke(services);
            var provider = services.BuildServiceProvider();
            try
            {
                provider.GetRequiredService<IStartupValidator>().Validate();
            }
            catch (InvalidOperationException error)
            {
                // The binder's own words name the setting, its value and the type that it wants.
                await provider.DisposeAsync();
                throw new SettingException($"{error.Message} Correct it or leave it out.", error);
            }
            catch (OptionsValidationException error)
            {
                await provider.DisposeAsync();
                throw new SettingException(string.Join(Environment.NewLine, error.Failures), error);
            }

            // Where anything is sent, these listen from the first run on, and send what is left when the host ends.
            provider.GetService<TracerProvider>();
            provider.GetService<MeterProvider>();
            return new CliHost(provider, configuration, azurite);
        }
        catch
        {
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static async Task<Azurite?> StorageAsync(
        LocalData data,
        bool ownTables,
        IConfigurationRoot configuration,
        CancellationToken cancellation
    )
    {
        const string ConnectionSetting =
            $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";
        const string EndpointSetting =
            $"{StorageOptions.Section}:{nameof(StorageOptions.TableEndpoint)}";
        var connection = configuration[ConnectionSetting];
        var isLocal =
            string.IsNullOrEmpty(configuration[EndpointSetting])
            && (string.IsNullOrEmpty(connection) || connection == DevelopmentStorage);
        if (!ownTables && !isLocal)
        {
            return null;
        }

        if (!ownTables && await Azurite.IsListeningAsync(DefaultTablePort, cancellation))
        {
            configuration[ConnectionSetting] = DevelopmentStorage;
            return null;
        }

        var azurite = await Azurite.StartAsync(
            data.Tables,
            message => Console.Error.WriteLine(message),
            cancellation
        );
        configuration[ConnectionSetting] = azurite.ConnectionString;
        configuration[EndpointSetting] = null;
        return azurite;
    }
}
