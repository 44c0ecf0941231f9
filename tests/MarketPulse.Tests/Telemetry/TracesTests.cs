using System.Diagnostics;
using MarketPulse.Telemetry;

namespace MarketPulse.Tests.Telemetry;

public class TracesTests
{
    [Fact]
    public void Context_OneStory_IsTheSameInEveryProcess()
    {
        var context = Traces.Context("20250318T170000-13da9d7f");
        // SHA-256, worked out elsewhere: another program, or a later version, must find the same trace.
        Assert.Equal("1a9a28c125ba2b09369924f650ebebb7", context.TraceId.ToHexString());
        Assert.True(context.IsRemote);
        Assert.Equal(ActivityTraceFlags.Recorded, context.TraceFlags);
        Assert.NotEqual(context.TraceId, Traces.Context("20250318T184000-13da9d7f").TraceId);
    }

    [Fact]
    public void Step_WithinARun_IsInTheStorysTraceAndLinkedToTheRunAndTheOthers()
    {
        using var spans = new Spans();
        using (var run = Traces.Run("Correlate"))
        {
            using (var step = Traces.Step(Traces.Sent, "NVDA", "one", ["one", "two"]))
            {
                Assert.Equal(Traces.Context("one").TraceId, step!.TraceId);
                Assert.NotEqual(run!.TraceId, step.TraceId);
                Assert.Equal(
                    [run.TraceId, Traces.Context("two").TraceId],
                    step.Links.Select(l => l.Context.TraceId)
                );
            }

            Assert.Same(run, Activity.Current);
        }
    }
}

/// <summary>Collects MarketPulse's spans. Other tests that run meanwhile add theirs.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly System.Collections.Concurrent.ConcurrentQueue<Activity> _ended = new();

    public Spans()
    {
        _listener = new()
        {
            ShouldListenTo = s => s.Name == Traces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IEnumerable<Activity> Of(ActivityTraceId trace) => _ended.Where(a => a.TraceId == trace);

    public void Dispose() => _listener.Dispose();
}
