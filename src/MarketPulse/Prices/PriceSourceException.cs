namespace MarketPulse.Prices;

/// <summary>A price source gave no usable answer; the message names the source, the symbol and what it said.</summary>
public sealed class PriceSourceException(string message, Exception? inner = null)
    : Exception(message, inner);
