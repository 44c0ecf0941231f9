using MarketPulse.Watchlists;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Prices;

/// <summary>Brings every symbol's bars up to the last completed session (IO). Asks the table what is missing, and only then the source.</summary>
public sealed class PriceIngestion(
    Watchlist watchlist,
    YahooPriceClient source,
    PriceTable table,
    TimeProvider clock,
    ILogger<PriceIngestion> log
)
{
    /// <summary>How long after a close its bar counts as final: late trades and corrections come within minutes.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>Sessions asked for again, so that late corrections and filled gaps are seen.</summary>
    public const int Overlap = 10;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        foreach (var symbol in watchlist.PricedSymbols)
        {
            try
            {
                await IngestAsync(symbol, report, cancellation);
            }
            catch (PriceSourceException error)
            {
                report.Problem(symbol, error.Message);
            }
        }

        return report;
    }

    private async Task IngestAsync(
        string symbol,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var expected = TradingCalendar.LastCompleted(now, Margin);
        var stored = await table.ReadNewestAsync(
            symbol,
            expected,
            days: 25,
            watchlist.Since,
            cancellation
        );
        if (stored.Count > 0 && stored[^1].Session >= expected)
        {
            return;
        }

        var from =
            stored.Count == 0
                ? watchlist.Since
                : TradingCalendar.Offset(stored[^1].Session, -Overlap);
        var reply = await source.GetAsync(symbol, from, now, cancellation);
        foreach (var note in reply.Notes)
        {
            log.LogWarning("{Symbol} {Note}", symbol, note);
        }

        // A bar whose session isn't over yet is provisional whatever the source calls it, and one of a future session
        // or of a day without a session can't be.
        var changed = reply
            .Bars.Where(bar =>
                bar.Session >= from
                && bar.Session <= expected
                && TradingCalendar.IsSession(bar.Session)
                && !IsStored(stored, bar)
            )
            .ToList();
        foreach (var bar in changed.Where(bar => stored.IndexOf(bar.Session) >= 0))
        {
            log.LogWarning(
                "{Symbol} {Session:yyyy-MM-dd}: the source revised its bar; close {Old} is now {New}.",
                symbol,
                bar.Session,
                stored[stored.IndexOf(bar.Session)].Close,
                bar.Close
            );
        }

        if (changed.Count > 0)
        {
            await table.WriteAsync(symbol, changed, YahooPriceClient.Name, now, cancellation);
            report.Count("bars", changed.Count);
        }

        if (changed.All(bar => bar.Session != expected))
        {
            report.Problem(
                symbol,
                $"The source has no bar of {expected:yyyy-MM-dd} yet; the next run asks again."
            );
        }
    }

    private static bool IsStored(PriceSeries stored, DailyPrice bar) =>
        stored.IndexOf(bar.Session) is >= 0 and var index && stored[index] == bar;
}
