using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;

namespace MarketPulse.Cli.Serve;

/// <summary>The bundled history, replayed once and kept (IO).</summary>
internal static class SampleData
{
    public const string Folder = ".marketpulse/sample";

    /// <summary>The folder of a finished replay of the whole bundled history: one that is there already, or a new one.</summary>
    public static async Task<LocalData> EnsureAsync(CancellationToken cancellation)
    {
        var whole = new ReplayMarker(
            ReplayOptions.DefaultFrom,
            ReplayOptions.DefaultTo,
            ReplayHistory.Read(ReplayHistory.Bundled).Fingerprint,
            EveryTick: false,
            Finished: true
        );
        foreach (var folder in (string[])[Folder, LocalData.DefaultReplay])
        {
            var there = LocalData.At(folder);
            if (ReplayMarker.Read(there.Root) == whole)
            {
                return there;
            }
        }

        await Console.Error.WriteLineAsync(
            "Replaying the bundled history, once (about a minute) …"
        );
        var data = LocalData.At(Folder);
        var options = new ReplayOptions(
            ReplayOptions.DefaultFrom,
            ReplayOptions.DefaultTo,
            ReplayHistory.Bundled,
            EveryTick: false
        );
        await ReplayProgress.ShowAsync(
            options,
            progress => new ReplayRun(options, data).RunAsync(progress, cancellation)
        );
        return data;
    }
}
