using MarketPulse.Prices;

namespace MarketPulse.Queries;

/// <summary>Bars with what follows from their neighbours (IO).</summary>
public sealed class StoredKnowledge(PriceTable prices)
{
    /// <summary>Bars with their returns, oldest first; adjusted closes are on the basis of the newest stored bar, whatever is asked for.</summary>
    /// <param name="asOf">Answers with what was stored at that instant (UTC), revised or not since; null for now.</param>
    public async Task<IReadOnlyList<PricePoint>> PricesAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var first = from ?? TradingCalendar.First;
        // The bar before the first one asked for, so that the first has a return too.
        var stored = await prices.ReadStoredAsync(
            symbol,
            from is null ? first : first.AddDays(-10),
            TradingCalendar.Last,
            cancellation
        );
        var known = asOf is { } instant
            ? [.. stored.Select(bar => bar.AsOf(instant)).OfType<StoredBar>()]
            : stored;
        var last = to ?? TradingCalendar.Last;
        return
        [
            .. PricePoint.Of(symbol, known).Where(p => p.Session >= first && p.Session <= last),
        ];
    }

    /// <summary>The bars between two sessions, both inclusive, as a series: as stored now, or as they stood at an instant (UTC).</summary>
    public async Task<PriceSeries> SeriesAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var stored = await prices.ReadStoredAsync(symbol, from, to, cancellation);
        return new(
            symbol,
            (
                asOf is { } instant
                    ? stored.Select(bar => bar.AsOf(instant)).OfType<StoredBar>()
                    : stored
            ).Select(bar => bar.Bar)
        );
    }
}
