using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>What a price source answered: bars as traded, in session order, and what of the answer could not be used.</summary>
public sealed record PriceReply(ImmutableArray<DailyPrice> Bars, ImmutableArray<string> Notes);
