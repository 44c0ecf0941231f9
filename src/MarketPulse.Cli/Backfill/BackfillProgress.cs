using MarketPulse.Cli.Output;
using MarketPulse.Prices;
using Spectre.Console;

namespace MarketPulse.Cli.Backfill;

/// <summary>A live bar with the year that is done; in a pipe, a line a year on standard error.</summary>
internal static class BackfillProgress
{
    public static async Task<BackfillResult> ShowAsync(
        BackfillRequest request,
        Func<Action<int, double>, Task<BackfillResult>> run
    )
    {
        if (!Terminal.IsInteractive)
        {
            return await run((year, _) => Console.Error.WriteLine($"{request.Symbol} {year} …"));
        }

        BackfillResult? result = null;
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
                var bar = context.AddTask($"{request.Symbol} {request.From.Year}", maxValue: 1);
                result = await run(
                    (year, done) =>
                    {
                        bar.Description = $"{Markup.Escape(request.Symbol)} {year}";
                        bar.Value = done;
                    }
                );
            });
        return result!;
    }
}
