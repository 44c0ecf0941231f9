namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>A day that a sentence names.</summary>
/// <param name="Reference">What it says; null where something is only counted from that day.</param>
/// <param name="First">The first token that names it.</param>
/// <param name="Last">The last token that names it (inclusive).</param>
internal sealed record NamedDay(DateReference? Reference, int First, int Last)
{
    /// <summary>The whole date that only something is counted from: what is told to have happened then is of it.</summary>
    public DateReference? Counted { get; init; }

    /// <summary>Whether it begins or ends a stretch of days: 11月17日至20日.</summary>
    public bool OfStretch { get; init; }
}
