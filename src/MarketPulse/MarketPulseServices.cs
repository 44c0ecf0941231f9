using System.Net;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
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
using Microsoft.Extensions.Options;

namespace MarketPulse;

/// <summary>The one registration of everything that MarketPulse is made of.</summary>
public static class MarketPulseServices
{
    /// <summary>The User-Agent that sources see; the SEC asks for a contact in it (setting <c>Http:UserAgent</c>).</summary>
    public const string UserAgent = "MarketPulse/0.1 (personal use)";

    /// <summary>Yahoo turns away agents that don't look like a browser's; this one does and still says who asks.</summary>
    private const string BrowserLikeAgent = "Mozilla/5.0 (compatible; MarketPulse/0.1)";

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
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptions.Check>();
        services.AddSingleton(_ =>
            WatchlistFile.Read(
                configuration["Watchlist:File"] is { Length: > 0 } file
                    ? file
                    : WatchlistFile.Default
            )
        );

        AddHttp<FeedClient>(services, Agent(configuration));
        AddHttp<YahooPriceClient>(services, BrowserLikeAgent);

        services.AddSingleton<TransactionCounter>();
        services.AddSingleton<TableStorage>();
        services.AddSingleton<SourceTable>();
        services.AddSingleton<RunTable>();
        services.AddSingleton<AnnouncementTable>();
        services.AddSingleton<PriceTable>();
        services.AddSingleton<CorrelationTable>();
        services.AddSingleton<AlertTable>();
        services.AddSingleton<Outbox>();
        AddQuestions(services);

        services.AddSingleton<AlertEmail>();
        services.AddSingleton<PickupSender>();
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<IEmailSender>(s =>
            s.GetRequiredService<IOptions<EmailOptions>>().Value.Sender == "smtp"
                ? s.GetRequiredService<SmtpSender>()
                : s.GetRequiredService<PickupSender>()
        );
        services.AddSingleton<NotificationSender>();

        services.AddTransient<AnnouncementIngestion>();
        services.AddTransient<PriceIngestion>();
        services.AddTransient<Correlator>();
        services.AddTransient<AlertStage>();
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

    /// <summary>A client with retries, a circuit breaker and time limits (Polly), and bounded redirects.</summary>
    private static void AddHttp<TClient>(IServiceCollection services, string agent)
        where TClient : class
    {
        var client = services.AddHttpClient<TClient>(http =>
            http.DefaultRequestHeaders.UserAgent.ParseAdd(agent)
        );
        client.ConfigurePrimaryHttpMessageHandler(() =>
            new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.All,
                MaxAutomaticRedirections = 5,
                ConnectTimeout = TimeSpan.FromSeconds(10),
            }
        );
        client.AddStandardResilienceHandler(resilience =>
        {
            // The next scheduled run is the patient retry; these bridge a hiccup only.
            resilience.Retry.MaxRetryAttempts = 2;
            resilience.Retry.Delay = TimeSpan.FromSeconds(1);
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(15);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(45);
        });
    }

    private static string Agent(IConfiguration configuration)
    {
        var agent = configuration["Http:UserAgent"] is { Length: > 0 } set ? set : UserAgent;
        using var probe = new HttpRequestMessage();
        return probe.Headers.UserAgent.TryParseAdd(agent)
            ? agent
            : throw new SettingException(
                $"Http:UserAgent '{agent}' is not a user agent. Write it like 'MarketPulse/0.1 (you@example.org)'."
            );
    }
}
