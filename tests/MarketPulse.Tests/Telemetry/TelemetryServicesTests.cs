using System.Diagnostics;
using MarketPulse.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MarketPulse.Tests.Telemetry;

public class TelemetryServicesTests
{
    [Fact]
    public void Add_NothingSet_AddsNothing()
    {
        var services = new ServiceCollection();
        Assert.False(services.AddMarketPulseTelemetry(Settings()));
        Assert.Empty(services);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")]
    [InlineData(
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://localhost/"
    )]
    public void Add_SomewhereToSendTo_MakesBothProviders(string setting, string value)
    {
        var services = new ServiceCollection().AddLogging();
        Assert.True(services.AddMarketPulseTelemetry(Settings((setting, value))));
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetService<TracerProvider>());
        Assert.NotNull(provider.GetService<MeterProvider>());
    }

    [Fact]
    public void Run_UnderAHostsSpanThatIsNotRecorded_IsRecorded()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMarketPulseTelemetry(
            Settings(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:9"))
        );
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<TracerProvider>();
        using var host = new Activity("host");
        host.SetParentId(
            ActivityTraceId.CreateRandom(),
            ActivitySpanId.CreateRandom(),
            ActivityTraceFlags.None
        );
        host.Start();
        using var run = Traces.Run("Correlate");
        Assert.True(run?.Recorded);
        Assert.Equal(host.TraceId, run!.TraceId);
        // Nobody listens at that address: nothing is to be sent when the provider ends.
        run.ActivityTraceFlags = ActivityTraceFlags.None;
    }

    [Fact]
    public void Add_CollectorThatIsNoAddress_IsRefusedWithTheCure()
    {
        var error = Assert.Throws<SettingException>(() =>
            new ServiceCollection().AddMarketPulseTelemetry(
                Settings(("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317"))
            )
        );
        Assert.Contains("http://localhost:4317", error.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value))
            .Build();
}
