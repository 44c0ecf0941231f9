using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Cli.Serve;

/// <summary>Every function on its schedule, one after the other, until it is told to stop (IO).</summary>
internal sealed class ScheduledRuns(CliHost host)
{
    // Schedules are asked for this far ahead at a time; any schedule that means anything has a run in it or is asked again.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var (clock, timetable) = (host.Get<TimeProvider>(), new Timetable(host.Configuration));
        var from = clock.GetUtcNow();
        while (true)
        {
            var to = from + Ahead;
            foreach (var run in timetable.Runs(from, to))
            {
                await WaitAsync(run.At, clock, cancellation);
                await RunAsync(run.Function, cancellation);
            }

            await WaitAsync(to, clock, cancellation);
            from = to;
        }
    }

    private static async Task WaitAsync(
        DateTimeOffset until,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        // In steps: a machine that slept must not sleep on.
        while (until - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            var step = left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1);
            await Task.Delay(step, clock, cancellation);
        }
    }

    private async Task RunAsync(string function, CancellationToken cancellation)
    {
        try
        {
            var report = await host.Get<Pipeline>().RunAsync(function, cancellation);
            foreach (var (what, why) in report.Problems)
            {
                await Console.Error.WriteLineAsync($"{function}, {what}: {why}");
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next run heals what this one left: state decides.
            await Console.Error.WriteLineAsync($"{function}: {failure.Message.Split('\n')[0]}");
        }
    }
}
