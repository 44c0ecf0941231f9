namespace MarketPulse.Prices;

/// <summary>Where daily bars come from (IO in what implements it): a website, a paid feed, a folder of files.</summary>
public interface IPriceSource
{
    /// <summary>Its name in the settings (<c>Prices:Sources</c>) and beside each stored bar, such as <c>yahoo</c>.</summary>
    string Name { get; }

    /// <summary>The bars from one date to an instant, as traded, as the source knows them now.</summary>
    /// <param name="symbol">As the watchlist writes it, such as <c>NVDA</c> or <c>^GSPC</c>.</param>
    /// <param name="from">The exchange's date of the first bar, inclusive.</param>
    /// <param name="now">
    /// The present (UTC). Every source is asked up to it, whatever the last bar that is wanted: prices come adjusted for splits up
    /// to the request, and an answer that ends earlier doesn't list them all.
    /// </param>
    /// <exception cref="PriceSourceException">It gave no usable answer.</exception>
    Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset now,
        CancellationToken cancellation
    );
}
