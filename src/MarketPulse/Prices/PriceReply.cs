using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>What a price source answered.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Bars">As traded, in session order, one a session; complete, but not yet judged.</param>
/// <param name="Notes">What of the answer could not be used, and what is odd about it.</param>
public sealed record PriceReply(
    string Source,
    ImmutableArray<QuotedBar> Bars,
    ImmutableArray<string> Notes
);
