using System.Diagnostics;
using MarketPulse.Cli.Local;

namespace MarketPulse.Tests.Cli.Replay;

public sealed class KilledReplayTests : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replay_KilledAtRandomMoments_EndsInTheSameState()
    {
        await Replays.RunAsync(Replays.March, _folder.In("whole"));
        var data = _folder.In("killed");
        var random = new Random(20250318);
        var killed = 0;
        for (var i = 0; i < Kills; i++)
        {
            using var replay = Start(data);
            // Early moments matter too: starting Azurite, the first writes.
            var patience = TimeSpan.FromMilliseconds(random.Next(300, 4000));
            using var timer = new CancellationTokenSource(patience, TimeProvider.System);
            try
            {
                await replay.WaitForExitAsync(timer.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                // Every other time storage dies with it, and what it had not yet saved is lost.
                replay.Kill(entireProcessTree: i % 2 == 1);
                await replay.WaitForExitAsync(TestContext.Current.CancellationToken);
                killed++;
            }
        }

        await Replays.RunAsync(Replays.March, data);
        Assert.True(killed >= 5, $"only {killed} kills before the replay came to its end");
        Replays.AssertSame(_folder.In("whole"), data);
    }

    private static Process Start(LocalData data)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "MarketPulse.Cli.dll"),
            "replay",
            "--from",
            "2025-03-10",
            "--to",
            "2025-03-21",
            "--data",
            data.Root,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public void Dispose() => _folder.Dispose();
}
