using System.Net;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Delivery;
using MarketPulse.Alerts.Senders;
using MarketPulse.Alerts.Signals;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Correlation;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Queries;
using MarketPulse.Queries.Http;
using MarketPulse.Queries.Questions;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly.Retry;

namespace MarketPulse;

/// <summary>The one registration of everything that MarketPulse is made of.</summary>
public static class MarketPulseServices
{
    /// <summary>The User-Agent that sources see; the SEC asks for a contact in it (setting <c>Http:UserAgent</c>).</summary>
    public const string UserAgent = "MarketPulse/0.1 (personal use)";

    /// <summary>Yahoo turns away agents that don't look like a browser's; this one does and still says who asks.</summary>
    private const string BrowserLikeAgent = "Mozilla/5.0 (compatible; MarketPulse/0.1)";

    /// <summary>Forty years of a symbol's daily bars are some two megabytes; an answer of more is none.</summary>
    private const int MostPriceBytes = 16 * 1024 * 1024;

    /// <summary>Adds the pipeline, its stages and their clients; settings are checked when the host starts.</summary>
    /// <exception cref="SettingException">A setting that is needed at once can't be used.</exception>
    public static IServiceCollection AddMarketPulse(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        services
            .AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .PostConfigure(options => options.FallBackTo(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Check>();
        services
            .AddOptions<EmailOptions>()
            .Bind(configuration.GetSection(EmailOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsCheck>();
        services
            .AddOptions<PriceOptions>()
            .Bind(configuration.GetSection(PriceOptions.Section))
            .PostConfigure(options => options.Complete(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PriceOptions>, PriceOptions.Check>();
        services
            .AddOptions<AlertOptions>()
            .Bind(configuration.GetSection(AlertOptions.Section))
            .PostConfigure(options => options.Runner = Runner(options, configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptions.Check>();
        services.TryAddSingleton(Random.Shared);
        services.AddSingleton(_ =>
            WatchlistFile
                .Read(
                    configuration[SettingNames.WatchlistFile] is { Length: > 0 } file
                        ? file
                        : WatchlistFile.Default
                )
                .Only(configuration[SettingNames.WatchlistSymbols])
        );

        services.AddSingleton(_ =>
            LexiconFile.Read(
                configuration[SettingNames.LexiconFile] is { Length: > 0 } file
                    ? file
                    : LexiconFile.Default
            )
        );

        var allowPrivate = AllowPrivateAddresses(configuration);
        services.TryAddSingleton(s => new HostGates(
            s.GetRequiredService<TimeProvider>(),
            HostGates.Pause
        ));
        AddHttp<FeedClient>(
            services,
            Agent(configuration),
            s => new PoliteHandler(
                s.GetRequiredService<HostGates>(),
                GuardedConnection.Handler(allowPrivate)
            )
        );
        AddHttp<YahooPriceClient>(services, BrowserLikeAgent, PriceConnection, MostPriceBytes);
        AddHttp<TiingoPriceClient>(services, Agent(configuration), PriceConnection, MostPriceBytes);
        services.AddTransient<CsvFolderSource>();
        services.AddTransient(s => new PriceSources([
            .. s.GetRequiredService<IOptions<PriceOptions>>()
                .Value.Order.Select(name => Source(s, name)),
        ]));

        services.AddSingleton<TransactionCounter>();
        services.AddSingleton<TableStorage>();
        services.AddSingleton<SourceTable>();
        services.AddSingleton<RunTable>();
        services.AddSingleton<AnnouncementTable>();
        services.AddSingleton<PriceTable>();
        services.AddSingleton<PriceQuarantine>();
        services.AddSingleton<CorrelationTable>();
        services.AddSingleton<AlertTable>();
        services.AddSingleton<Outbox>();
        AddQuestions(services);
        services.AddSingleton<Corrections>();

        services.AddSingleton<AlertEmail>();
        AddSenders(services);
        services.AddSingleton<AlertContentReader>();
        services.AddSingleton(s =>
        {
            var alerts = s.GetRequiredService<IOptions<AlertOptions>>().Value;
            return new Wording(
                alerts.Language,
                TimeZoneInfo.FindSystemTimeZoneById(alerts.TimeZone)
            );
        });
        services.AddSingleton<NotificationComposer>();
        services.AddTransient<NotificationSender>();
        services.AddSingleton<SignalReader>();
        services.AddSingleton<SilenceTable>();
        services.AddSingleton<Digests>();
        services.AddTransient<DeliveryRun>();

        services.AddTransient<AnnouncementIngestion>();
        services.AddTransient<PriceIntake>();
        services.AddTransient<PriceIngestion>();
        services.AddTransient<PriceBackfill>();
        services.AddTransient<Correlator>();
        services.AddTransient<AlertStage>();
        services.AddTransient<MissedPromises>();
        services.AddTransient<Watchdog>();
        services.AddTransient<Pipeline>();
        return services;
    }

    /// <summary>What can be asked, in the order in which people are shown it, and its face for HTTP.</summary>
    private static void AddQuestions(IServiceCollection services)
    {
        services.AddSingleton<StoredKnowledge>();
        services.AddSingleton<EventReturns>();
        services.AddSingleton<QuestionList>();
        Add<CorrelationsQuestion>();
        Add<AnnouncementsQuestion>();
        Add<PricesQuestion>();
        Add<AlertsQuestion>();
        Add<ClaimsQuestion>();
        Add<StudiesQuestion>();
        Add<PathQuestion>();
        Add<HealthQuestion>();
        services.AddSingleton<QueryApi>();
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<DashboardFiles>();

        void Add<TQuestion>()
            where TQuestion : Question
        {
            services.AddSingleton<TQuestion>();
            services.AddSingleton<Question>(s => s.GetRequiredService<TQuestion>());
        }
    }

    private static void AddSenders(IServiceCollection services)
    {
        services.AddSingleton<PickupSender>();
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<AcsSender>();
        // Its address is a secret: no redirect may carry the message elsewhere, and neither logs nor traces may hold it.
        services
            .AddHttpClient<WebhookSender>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    ActivityHeadersPropagator = null,
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                }
            )
            .RemoveAllLoggers();
        services.AddTransient<IEmailSender>(s =>
            s.GetRequiredService<IOptions<EmailOptions>>().Value.Sender switch
            {
                "smtp" => s.GetRequiredService<SmtpSender>(),
                "acs" => s.GetRequiredService<AcsSender>(),
                "webhook" => s.GetRequiredService<WebhookSender>(),
                _ => s.GetRequiredService<PickupSender>(),
            }
        );
    }

    private static SocketsHttpHandler PriceConnection(IServiceProvider services) =>
        new()
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = 5,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };

    /// <summary>A client with retries, a circuit breaker a host, and time limits (Polly).</summary>
    private static void AddHttp<TClient>(
        IServiceCollection services,
        string agent,
        Func<IServiceProvider, HttpMessageHandler> connection,
        int mostBytes = int.MaxValue
    )
        where TClient : class
    {
        var client = services.AddHttpClient<TClient>(http =>
        {
            http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
            http.MaxResponseContentBufferSize = mostBytes;
        });
        client.ConfigurePrimaryHttpMessageHandler(connection);
        var pipeline = client.AddStandardResilienceHandler(resilience =>
        {
            // The next scheduled run is the patient retry; these bridge a hiccup only.
            resilience.Retry.MaxRetryAttempts = 2;
            resilience.Retry.Delay = TimeSpan.FromSeconds(1);
            resilience.Retry.ShouldHandle = args => ValueTask.FromResult(IsWorthRetrying(args));
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(15);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(45);
        });
        // One host's failures mustn't open the circuit to the others.
        pipeline.SelectPipelineByAuthority();
    }

    /// <summary>What may pass in seconds; not an address that is refused, nor a server that says itself when to come back.</summary>
    private static bool IsWorthRetrying(RetryPredicateArguments<HttpResponseMessage> attempt) =>
        HttpClientResiliencePredicates.IsTransient(attempt.Outcome)
        && attempt.Outcome.Exception is not AddressRefusedException
        && attempt.Outcome.Exception?.InnerException is not AddressRefusedException
        && attempt.Outcome.Result?.Headers.RetryAfter is null;

    private static bool AllowPrivateAddresses(IConfiguration configuration)
    {
        const string Name = SettingNames.AllowPrivateAddresses;
        return configuration[Name] is not { Length: > 0 } set ? false
            : bool.TryParse(set, out var allow) ? allow
            : throw new SettingException(
                $"{Name} '{set}' is neither true nor false. Leave it out to ask only the Internet's addresses."
            );
    }

    /// <summary>A price source by its name in the settings.</summary>
    internal static IPriceSource Source(IServiceProvider services, string name) =>
        name switch
        {
            YahooPriceClient.SourceName => services.GetRequiredService<YahooPriceClient>(),
            TiingoPriceClient.SourceName => services.GetRequiredService<TiingoPriceClient>(),
            CsvFolderSource.SourceName => services.GetRequiredService<CsvFolderSource>(),
            _ => throw new SettingException($"There is no price source {name}."),
        };

    /// <summary>The configured name, the Functions host's instance, or one of this process alone.</summary>
    private static string Runner(AlertOptions options, IConfiguration configuration) =>
        options.Runner.Length > 0 ? options.Runner
        : configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 } instance ? instance
        : Guid.NewGuid().ToString("N");

    private static string Agent(IConfiguration configuration)
    {
        var agent = configuration[SettingNames.UserAgent] is { Length: > 0 } set ? set : UserAgent;
        using var probe = new HttpRequestMessage();
        return probe.Headers.UserAgent.TryParseAdd(agent)
            ? agent
            : throw new SettingException(
                $"Http:UserAgent '{agent}' is not a user agent. Write it like 'MarketPulse/0.1 (you@example.org)'."
            );
    }
}
