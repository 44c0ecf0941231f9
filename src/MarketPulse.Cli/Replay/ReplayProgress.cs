using MarketPulse.Cli.Output;

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

        return await LiveBar.ShowAsync(
            $"{options.From:yyyy-MM-dd}",
            show => run((at, done) => show($"{at:yyyy-MM-dd}", done))
        );
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
