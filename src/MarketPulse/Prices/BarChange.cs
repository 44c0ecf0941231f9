namespace MarketPulse.Prices;

/// <summary>Sessions whose bars came late or were revised, so that results that depend on them are to be looked at again.</summary>
/// <param name="From">The first session, inclusive; not every one between need have changed.</param>
/// <param name="To">The last session, inclusive.</param>
/// <param name="At">When it was noted (UTC).</param>
public sealed record BarChange(DateOnly From, DateOnly To, DateTimeOffset At);
