using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;

namespace MarketPulse.Tests.Cli.Replay;

/// <summary>Replays in this process, and what they leave behind.</summary>
internal static class Replays
{
    /// <summary>Three weeks with a management 8-K, the GTC keynote and what followed.</summary>
    public static readonly ReplayOptions March = new(
        new(2025, 3, 10),
        new(2025, 3, 21),
        ReplayHistory.Bundled,
        EveryTick: false
    );

    public static Task<ReplaySummary> RunAsync(ReplayOptions options, LocalData data) =>
        new ReplayRun(options, data).RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

    /// <summary>The mails and the tables, byte for byte.</summary>
    public static SortedDictionary<string, string> State(LocalData data) =>
        TemporaryFolder.Files(data.Mail, data.Export);

    /// <summary>Fails with the names of the files that differ, not with their bytes.</summary>
    public static void AssertSame(LocalData expected, LocalData actual)
    {
        var (left, right) = (State(expected), State(actual));
        Assert.NotEmpty(left);
        Assert.Equal(left.Keys, right.Keys);
        Assert.Empty(left.Where(file => right[file.Key] != file.Value).Select(file => file.Key));
    }
}
