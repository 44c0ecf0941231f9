using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using MarketPulse.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MarketPulse.Telemetry;

/// <summary>Sends traces and metrics where the settings say, and nowhere without them.</summary>
public static class TelemetryServices
{
    private const string Otlp = SettingNames.Collector;
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// To an OpenTelemetry collector where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, to Application Insights where
    /// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is (by identity: that of the tables). The standard's other variables, such
    /// as <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, are read as it defines them.
    /// </summary>
    /// <returns>Whether anything is sent.</returns>
    /// <exception cref="SettingException">The collector's address can't be used.</exception>
    public static bool AddMarketPulseTelemetry(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var (collector, insights) = (configuration[Otlp], configuration[Insights]);
        if (string.IsNullOrEmpty(collector) && string.IsNullOrEmpty(insights))
        {
            return false;
        }

        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("marketpulse"))
            .WithTracing(t => t.AddSource(Traces.SourceName))
            .WithMetrics(m => m.AddMeter(Measures.MeterName));
        if (!string.IsNullOrEmpty(collector))
        {
            if (
                !Uri.TryCreate(collector, UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https")
            )
            {
                throw new SettingException(
                    $"{Otlp} '{collector}' is not an address. Set it to such as http://localhost:4317, or leave it out."
                );
            }

            telemetry.WithTracing(t => t.AddOtlpExporter()).WithMetrics(m => m.AddOtlpExporter());
        }

        if (!string.IsNullOrEmpty(insights))
        {
            var credential = AzureCredential.Of(
                configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.ClientId)}"]
            );
            telemetry
                .WithTracing(t => t.AddAzureMonitorTraceExporter(o => Set(o, insights, credential)))
                .WithMetrics(m =>
                    m.AddAzureMonitorMetricExporter(o => Set(o, insights, credential))
                );
        }

        // All of it, whatever the host's own span says: a Functions host hands timers a parent that isn't recorded, and by the
        // usual rule their runs would be dropped (azure-functions-dotnet-worker#3058). A day brings some hundreds of spans.
        telemetry.WithTracing(t => t.SetSampler(new AlwaysOnSampler()));
        return true;
    }

    private static void Set(
        AzureMonitorExporterOptions options,
        string connection,
        TokenCredential credential
    )
    {
        options.ConnectionString = connection;
        options.Credential = credential;
        // What can't be sent is dropped: nothing is kept on the instance's disk.
        options.DisableOfflineStorage = true;
    }
}
