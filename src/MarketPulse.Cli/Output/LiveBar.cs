using Spectre.Console;

namespace MarketPulse.Cli.Output;

/// <summary>A bar on standard error that moves while something long is done, and is gone afterwards.</summary>
internal static class LiveBar
{
    /// <param name="first">What stands before it at first.</param>
    /// <param name="run">Is given what sets the words before the bar (plain, not markup) and how much is done, from 0 to 1.</param>
    public static async Task<TResult> ShowAsync<TResult>(
        string first,
        Func<Action<string, double>, Task<TResult>> run
    ) =>
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
                var bar = context.AddTask(Markup.Escape(first), maxValue: 1);
                return await run(
                    (words, done) =>
                    {
                        bar.Description = Markup.Escape(words);
                        bar.Value = done;
                    }
                );
            });
}
