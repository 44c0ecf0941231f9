using Azure.Data.Tables;
using MarketPulse.Cli.Local;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketPulse.Tests;

/// <summary>A real table endpoint for the tests of one class; each test starts with empty tables.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CliHost? _host;

    private string Connection => _host!.Configuration["Storage:ConnectionString"]!;

    public async ValueTask InitializeAsync() =>
        _host = await CliHost.StartAsync(
            _folder.Data,
            ownTables: true,
            TestContext.Current.CancellationToken
        );

    /// <summary>The library's services over empty tables, with a web and a clock of the test's own.</summary>
    internal async Task<StageHost> StartAsync(
        Watchlist watchlist,
        DateTimeOffset now,
        Action<IServiceCollection>? register = null
    )
    {
        var service = new TableServiceClient(Connection);
        await foreach (
            var table in service.QueryAsync(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            await service.DeleteTableAsync(table.Name, TestContext.Current.CancellationToken);
        }

        return await RestartAsync(watchlist, now, register);
    }

    /// <summary>The same over the tables as they are: another process, later.</summary>
    internal async Task<StageHost> RestartAsync(
        Watchlist watchlist,
        DateTimeOffset now,
        Action<IServiceCollection>? register = null
    )
    {
        var (clock, web, log) = (new FakeTimeProvider(now), new FakeWeb(), new LogLines());
        var host = await CliHost.StartAsync(
            _folder.Data,
            ownTables: false,
            TestContext.Current.CancellationToken,
            new Dictionary<string, string?>
            {
                ["Storage:ConnectionString"] = Connection,
                ["Email:Sender"] = "pickup",
                ["Email:PickupFolder"] = _folder.Data.Mail,
                ["Email:From"] = "MarketPulse <marketpulse@localhost>",
                ["Email:To"] = "You <you@localhost>",
            },
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton(watchlist);
                services.AddSingleton<ILoggerProvider>(log);
                services.AddSingleton<TableExport>();
                foreach (
                    var client in (string[])
                        [nameof(FeedClient), nameof(YahooPriceClient), nameof(TiingoPriceClient)]
                )
                {
                    services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => web);
                }

                // What fails is asked again at once: a test has no time to wait.
                services.ConfigureAll<HttpStandardResilienceOptions>(http =>
                {
                    http.Retry.MaxRetryAttempts = 1;
                    http.Retry.Delay = TimeSpan.Zero;
                });
                register?.Invoke(services);
            }
        );
        return new(host, clock, web, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>The services of one test, and what they stand on.</summary>
internal sealed record StageHost(CliHost Host, FakeTimeProvider Clock, FakeWeb Web, LogLines Log)
    : IAsyncDisposable
{
    public T Get<T>()
        where T : notnull => Host.Get<T>();

    public Task<TableClient> TableAsync(string name) =>
        Get<TableStorage>().TableAsync(name, TestContext.Current.CancellationToken);

    /// <summary>Every row of a table.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string name)
    {
        var rows = new List<TableEntity>();
        var table = await TableAsync(name);
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            rows.Add(row);
        }

        return rows;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
