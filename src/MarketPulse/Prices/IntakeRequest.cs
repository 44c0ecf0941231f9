namespace MarketPulse.Prices;

/// <summary>A source's answer, and what it is to be judged by.</summary>
/// <param name="Stored">What is stored of the sessions from a little before <paramref name="From"/> on, in order.</param>
/// <param name="From">The first session that was asked for, inclusive.</param>
/// <param name="Expected">The last session that is final, inclusive: later ones aren't taken.</param>
/// <param name="Now">The present (UTC).</param>
internal sealed record IntakeRequest(
    string Symbol,
    IReadOnlyCollection<StoredBar> Stored,
    PriceReply Reply,
    DateOnly From,
    DateOnly Expected,
    DateTimeOffset Now
)
{
    /// <summary>The last session that the answer speaks of, inclusive: what is held back of later ones stays so.</summary>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Whether bars of the symbol may be in quarantine already.</summary>
    public bool MayBeHeld { get; init; }

    /// <summary>Whether a bar that is only doubtful is taken as it is.</summary>
    public bool Believe { get; init; }

    /// <summary>Whether no other source is to be asked.</summary>
    public bool IsAlone { get; init; }
}
