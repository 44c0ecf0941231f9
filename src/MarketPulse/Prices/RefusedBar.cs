namespace MarketPulse.Prices;

/// <summary>A bar that isn't believed, and why.</summary>
/// <param name="Reason">What is wrong with it, in words.</param>
/// <param name="IsDoubtful">Whether it could be true after all, so that a second source may confirm it; else it can't be.</param>
public sealed record RefusedBar(QuotedBar Bar, string Source, string Reason, bool IsDoubtful);
