namespace MarketPulse.Prices;

/// <summary>A price source gave no usable answer; the message names the source, the symbol and what it said.</summary>
public sealed class PriceSourceException(string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Whether the source answered that it doesn't know the symbol: asking again soon is of no use.</summary>
    public bool IsUnknownSymbol { get; init; }
}
