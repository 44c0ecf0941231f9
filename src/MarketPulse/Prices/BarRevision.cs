namespace MarketPulse.Prices;

/// <summary>What a stored bar said before its source said something else.</summary>
/// <param name="Bar">The figures that were replaced.</param>
/// <param name="Source">The source that they came from.</param>
/// <param name="RetrievedAt">Since when they were stored (UTC).</param>
/// <param name="ReplacedAt">Until when they were, exclusive (UTC).</param>
public sealed record BarRevision(
    DailyPrice Bar,
    string Source,
    DateTimeOffset RetrievedAt,
    DateTimeOffset ReplacedAt
);
