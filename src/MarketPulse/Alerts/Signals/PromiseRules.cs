using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>Looks at the rules about promises (IO): periods begin and end by the day, so once a day is enough.</summary>
public sealed class PromiseRules(
    Watchlist watchlist,
    AlertTable alerts,
    SignalRun rules,
    TimeProvider clock
)
{
    /// <summary>Without such a rule nothing is read. Nothing is told twice, however often it runs.</summary>
    public async Task RunAsync(StageReport report, CancellationToken cancellation)
    {
        var promises = watchlist.Rules.Where(r => r.Promise is not null).ToList();
        if (promises.Count == 0)
        {
            return;
        }

        var today = TradingCalendar.DateOf(clock.GetUtcNow());
        foreach (var symbol in watchlist.Symbols)
        {
            var decided = await alerts.ReadAsync(
                symbol.Symbol,
                today.AddDays(-AlertStage.DecidedLookBack),
                today.AddDays(AlertStage.DecidedAhead),
                cancellation
            );
            foreach (var rule in promises)
            {
                await rules.DecideAsync(rule, symbol, [], decided, report, cancellation);
            }
        }
    }
}
