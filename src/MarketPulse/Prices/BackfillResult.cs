namespace MarketPulse.Prices;

/// <summary>What a backfill did.</summary>
/// <param name="Source">The price source that answered.</param>
/// <param name="Sessions">Sessions of the span, from the first one that has a bar.</param>
/// <param name="Stored">Sessions of the span that have a bar now.</param>
/// <param name="Added">Bars stored by this run.</param>
/// <param name="Revised">Bars that this run stored in place of others.</param>
/// <param name="Missing">Spans of sessions that still have none.</param>
public sealed record BackfillResult(
    string Source,
    int Sessions,
    int Stored,
    int Added,
    int Revised,
    IReadOnlyList<PriceGap> Missing
);
