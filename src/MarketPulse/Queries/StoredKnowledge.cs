using MarketPulse.Prices;

namespace MarketPulse.Queries;

/// <summary>Bars with what follows from their neighbours (IO).</summary>
public sealed class StoredKnowledge(PriceTable prices)
{
    /// <summary>Bars with their returns, oldest first; adjusted closes are on the basis of the newest stored bar, whatever is asked for.</summary>
    public async Task<IReadOnlyList<PricePoint>> PricesAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellation
    )
    {
        var first = from ?? TradingCalendar.First;
        // The bar before the first one asked for, so that the first has a return too.
        var series = await prices.ReadAsync(
            symbol,
            from is null ? first : first.AddDays(-10),
            TradingCalendar.Last,
            cancellation
        );
        var last = to ?? TradingCalendar.Last;
        return [.. PricePoint.Of(series).Where(p => p.Session >= first && p.Session <= last)];
    }
}
