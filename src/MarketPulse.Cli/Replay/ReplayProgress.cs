using MarketPulse.Cli.Output;
using Spectre.Console;

namespace MarketPulse.Cli.Replay;

/// <summary>A live bar with the simulated date; in a pipe, a line a quarter of a year on standard error.</summary>
internal static class ReplayProgress
{
    public static async Task<ReplaySummary> ShowAsync(
        ReplayOptions options,
        Func<Action<DateTimeOffset, double>, Task<ReplaySummary>> run
    )
    {
        if (!Terminal.IsInteractive)
        {
            return await run(Lines());
        }

        ReplaySummary? summary = null;
        await Terminal
            .Error.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async context =>
            {
                var bar = context.AddTask($"{options.From:yyyy-MM-dd}", maxValue: 1);
                summary = await run(
                    (at, done) =>
                    {
                        bar.Description = $"{at:yyyy-MM-dd}";
                        bar.Value = done;
                    }
                );
            });
        return summary!;
    }

    private static Action<DateTimeOffset, double> Lines()
    {
        var quarter = -1;
        return (at, done) =>
        {
            var now = (at.Year * 4) + ((at.Month - 1) / 3);
            if (now != quarter && done < 1)
            {
                quarter = now;
                Console.Error.WriteLine($"{at:yyyy-MM-dd} …");
            }
        };
    }
}
