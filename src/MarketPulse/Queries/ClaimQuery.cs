using MarketPulse.Announcements.Claims;

namespace MarketPulse.Queries;

/// <summary>A question about the ledger of promises.</summary>
/// <param name="AsOf">What was said after this date doesn't count (inclusive, UTC).</param>
/// <param name="Status">Null means any.</param>
public sealed record ClaimQuery(string Symbol, DateOnly AsOf, PromiseStatus? Status = null);
