using MarketPulse.Alerts.Delivery;
using MarketPulse.Alerts.Notices;
using MarketPulse.Alerts.Senders;
using MarketPulse.Alerts.Signals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MarketPulse.Alerts;

/// <summary>The alerts' part of the registration.</summary>
internal static class AlertServices
{
    public static void AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<EmailOptions>()
            .Bind(configuration.GetSection(EmailOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsCheck>();
        services
            .AddOptions<AlertOptions>()
            .Bind(configuration.GetSection(AlertOptions.Section))
            .PostConfigure(options => options.Runner = Runner(options, configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptions.Check>();
        services.TryAddSingleton(Random.Shared);
        services.AddSingleton(s =>
        {
            var alerts = s.GetRequiredService<IOptions<AlertOptions>>().Value;
            return new Wording(
                alerts.Language,
                TimeZoneInfo.FindSystemTimeZoneById(alerts.TimeZone)
            );
        });

        services.AddSingleton<AlertTable>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<SilenceTable>();
        services.AddSingleton<StatementReader>();
        services.AddSingleton<SignalReader>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<SignalRun>();
        services.AddSingleton<PromiseRules>();

        AddSenders(services);
        services.AddSingleton<AlertEmail>();
        services.AddSingleton<AlertContentReader>();
        services.AddSingleton<NoticePictures>();
        services.AddSingleton<NotificationComposer>();
        services.AddTransient<NotificationSender>();
        services.AddSingleton<Digests>();
        services.AddTransient<DeliveryRun>();
        services.AddTransient<AlertStage>();
        services.AddTransient<Watchdog>();
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

    /// <summary>The configured name, the Functions host's instance, or one of this process alone.</summary>
    private static string Runner(AlertOptions options, IConfiguration configuration) =>
        options.Runner.Length > 0 ? options.Runner
        : configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 } instance ? instance
        : Guid.NewGuid().ToString("N");
}
