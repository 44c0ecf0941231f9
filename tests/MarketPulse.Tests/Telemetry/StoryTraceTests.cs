using System.Diagnostics.Metrics;
using MarketPulse.Cli.Replay;
using MarketPulse.Telemetry;

namespace MarketPulse.Tests.Telemetry;

/// <summary>One replayed announcement's way to its mail, as a tracing tool sees it.</summary>
public sealed class StoryTraceTests : IDisposable
{
    private const string Keynote = "20250318T170000-13da9d7f";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replay_KeynoteThatIsMailed_IsOneTraceThroughEveryStage()
    {
        using var spans = new Spans();
        var counted = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Measures.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                var what = tags.ToArray().FirstOrDefault(t => t.Key == "what").Value;
                counted.AddOrUpdate($"{instrument.Name} {what}", value, (_, sum) => sum + value);
            }
        );
        meter.Start();

        var summary = await new ReplayRun(
            new(new(2025, 3, 18), new(2025, 3, 19), ReplayHistory.Bundled, EveryTick: false),
            _folder.Data
        ).RunAsync((_, _) => { }, TestContext.Current.CancellationToken);
        Assert.Equal(1, summary.Emails);

        var story = spans.Of(Traces.Context(Keynote).TraceId).OrderBy(a => a.StartTimeUtc).ToList();
        Assert.Equal(
            [.. Traces.Steps],
            story
                .Select(a => a.OperationName)
                .Distinct()
                .OrderBy(s => Traces.Steps.ToList().IndexOf(s))
        );
        // Each happened in a run of another function, and links to it.
        Assert.All(story, a => Assert.NotEmpty(a.Links));
        Assert.All(story, a => Assert.Equal("NVDA", a.GetTagItem("symbol")));
        Assert.Equal(
            story.Count(a => a.OperationName == Traces.Sent),
            story
                .Where(a => a.OperationName == Traces.Sent)
                .Count(a => a.Status == System.Diagnostics.ActivityStatusCode.Unset)
        );
        Assert.True(counted[$"{Measures.Counted} mails sent"] >= 1);
        Assert.True(counted["marketpulse.table.transactions "] > 0);
    }

    public void Dispose() => _folder.Dispose();
}
