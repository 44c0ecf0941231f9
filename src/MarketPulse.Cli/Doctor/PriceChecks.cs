using System.Runtime.CompilerServices;
using MarketPulse.Alerts;
using MarketPulse.Cli.Local;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Doctor;

/// <summary>What <c>doctor</c> looks at of prices: that they are there, whole and believed, and that each source answers.</summary>
/// <param name="isReplay">The folder holds a replay, whose prices rightly end with its span.</param>
internal sealed class PriceChecks(CliHost host, TimeProvider clock, bool isReplay)
{
    private const int MostNamed = 5;

    /// <summary>The stored bars of every symbol, and those that are held back.</summary>
    public async IAsyncEnumerable<Finding> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var states = await host.Get<SourceTable>()
            .ReadAsync<PriceState>(PriceState.Sort, cancellation);
        foreach (var symbol in host.Get<Watchlist>().PricedSymbols)
        {
            var what = $"Prices of {symbol}";
            yield return states.GetValueOrDefault(symbol)?.Trouble is { } trouble
                ? new(what, Health.Trouble, trouble)
                : await BarsAsync(what, symbol, cancellation);
        }

        var held = await host.Get<PriceQuarantine>().ReadAsync(cancellation);
        foreach (var bar in held)
        {
            yield return new(
                $"Bar held back, {bar.Symbol}",
                Health.Trouble,
                $"{bar} It is used when its source puts it right or a second source says the same. If it is true: 'marketpulse backfill --symbol {bar.Symbol} --from {bar.Session:yyyy-MM-dd} --to {bar.Session:yyyy-MM-dd} --believe'."
            );
        }
    }

    /// <summary>Each configured source, with one small request.</summary>
    public async IAsyncEnumerable<Finding> AskSourcesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var symbol = host.Get<Watchlist>().PricedSymbols.First();
        foreach (var source in host.Get<PriceSources>().All)
        {
            yield return await AskAsync(source, symbol, cancellation);
        }
    }

    private async Task<Finding> BarsAsync(
        string what,
        string symbol,
        CancellationToken cancellation
    )
    {
        var due = TradingCalendar.LastCompleted(clock.GetUtcNow(), PriceIngestion.Margin);
        var since = host.Get<Watchlist>().Since;
        var stored = await host.Get<PriceTable>().ReadAsync(symbol, since, due, cancellation);
        if (stored.Count == 0)
        {
            return new(what, Health.Note, "none stored yet: run 'marketpulse run'.");
        }

        var (first, last) = (stored[0].Session, stored[^1].Session);
        var span = $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}";
        var gaps = PriceGap.Find(first, last, session => stored.IndexOf(session) >= 0);
        if (gaps.Length > 0)
        {
            var named = string.Join(", ", gaps.Take(MostNamed));
            var more = gaps.Length > MostNamed ? $" and {gaps.Length - MostNamed} more" : "";
            return new(
                what,
                Health.Trouble,
                $"{span}, but without {named}{more}: 'marketpulse backfill --symbol {symbol} --from {gaps[0].From:yyyy-MM-dd} --to {gaps[^1].To:yyyy-MM-dd}' asks again, with --source csv --folder DIR from a file."
            );
        }

        if (isReplay)
        {
            return new(what, Health.Ok, $"{span}, where the replay ends");
        }

        var behind = TradingCalendar.Sessions(last.AddDays(1), due).Count();
        return new(
            what,
            behind >= Watchdog.SessionsBehind ? Health.Trouble : Health.Ok,
            behind == 0
                ? $"{span}, complete"
                : $"{span}, {behind} sessions behind: the next run fetches them, if the source answers."
        );
    }

    private async Task<Finding> AskAsync(
        IPriceSource source,
        string symbol,
        CancellationToken cancellation
    )
    {
        var what = $"Price source {source.Name}";
        var now = clock.GetUtcNow();
        try
        {
            var reply = await source.GetAsync(
                symbol,
                TradingCalendar.DateOf(now).AddDays(-7),
                now,
                cancellation
            );
            return new(
                what,
                reply.Bars.IsEmpty ? Health.Trouble : Health.Ok,
                $"{reply.Bars.Length} bars of {symbol} in the last week"
            );
        }
        catch (PriceSourceException error)
        {
            return new(what, Health.Trouble, error.Message);
        }
    }
}
