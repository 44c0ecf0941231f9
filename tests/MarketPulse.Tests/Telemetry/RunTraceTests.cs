using System.Diagnostics;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Telemetry;

public sealed class RunTraceTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    [Fact]
    public async Task Run_ThatEndsOrThrows_IsASpanThatSaysSo()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var pipeline = host.Get<Pipeline>();
        using var spans = new Spans();
        using var test = new Activity("test").Start();

        await pipeline.CorrelateAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            pipeline.SendAlertsAsync(new CancellationToken(canceled: true))
        );

        Assert.Equal(
            [
                (FunctionNames.Correlate, ActivityStatusCode.Unset),
                (FunctionNames.SendAlerts, ActivityStatusCode.Error),
            ],
            spans.Of(test.TraceId).Select(s => (s.OperationName, s.Status))
        );
    }
}
