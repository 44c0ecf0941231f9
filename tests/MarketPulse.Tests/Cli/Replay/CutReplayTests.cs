using System.Diagnostics;
using MarketPulse.Cli.Replay;

namespace MarketPulse.Tests.Cli.Replay;

/// <summary>A replay that is cut off right behind a chosen write, so that a run is left half done.</summary>
public sealed class CutReplayTests : IDisposable
{
    private static readonly ReplayOptions Day = new(
        new(2025, 3, 10),
        new(2025, 3, 10),
        ReplayHistory.Bundled,
        EveryTick: false
    );

    private readonly TemporaryFolder _folder = new();

    [Theory]
    // Every result is there: a run of the alerts at an earlier instant must not see them.
    [InlineData("/Sources(PartitionKey='correlation'", 1)]
    // A message's intent is there, what follows from it isn't.
    [InlineData("/Notifications", 1)]
    // Announcements, bars, results and decisions are written in batches.
    [InlineData("/$batch", 3)]
    [InlineData("/$batch", 60)]
    public async Task Replay_CutOffBehindAWrite_EndsInTheSameState(string path, int write)
    {
        var (whole, cutOff) = (_folder.In("whole"), _folder.In("cut"));
        await Replays.RunAsync(Day, whole);
        using (var cut = new WriteCut(path, write))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                new ReplayRun(Day, cutOff).RunAsync((_, _) => { }, cut.Token)
            );
        }

        await Replays.RunAsync(Day, cutOff);
        Replays.AssertSame(whole, cutOff);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Cancels when the n-th write to a path has been answered; requests of tests beside it aren't counted.</summary>
    private sealed class WriteCut : IDisposable
    {
        private static readonly AsyncLocal<WriteCut?> Current = new();

        private readonly CancellationTokenSource _source =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        private readonly ActivityListener _listener;
        private int _left;

        public WriteCut(string path, int write)
        {
            _left = write;
            Current.Value = this;
            _listener = new()
            {
                ShouldListenTo = source => source.Name == "System.Net.Http",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                    ActivitySamplingResult.AllData,
                ActivityStopped = request => Count(request, path),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public CancellationToken Token => _source.Token;

        public void Dispose()
        {
            Current.Value = null;
            _listener.Dispose();
            _source.Dispose();
        }

        private void Count(Activity request, string path)
        {
            if (
                Current.Value == this
                && request.GetTagItem("http.request.method") is not "GET"
                && request.GetTagItem("url.full") is string url
                && new Uri(url).AbsolutePath.Contains(path, StringComparison.Ordinal)
                && Interlocked.Decrement(ref _left) == 0
            )
            {
                _source.Cancel();
            }
        }
    }
}
