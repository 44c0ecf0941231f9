namespace MarketPulse.Cli.Backfill;

/// <summary>What one backfill is asked for.</summary>
/// <param name="From">The first date, inclusive.</param>
/// <param name="To">The last date, inclusive; null for the last completed session.</param>
/// <param name="Source">The one price source to ask; null for the configured ones in their order.</param>
/// <param name="Folder">Where the source <c>csv</c> reads; null for the configured one.</param>
/// <param name="Basis">What that folder's prices are; null for the configured one.</param>
/// <param name="Believe">Whether returns over the bound are taken as they come.</param>
internal sealed record BackfillRequest(
    string Symbol,
    DateOnly From,
    DateOnly? To,
    string? Source,
    string? Folder,
    string? Basis,
    bool Believe
);
