using MarketPulse.Cli.Output;
using MarketPulse.Prices;

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

        return await LiveBar.ShowAsync(
            $"{request.Symbol} {request.From.Year}",
            show => run((year, done) => show($"{request.Symbol} {year}", done))
        );
    }
}
