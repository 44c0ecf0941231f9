using MarketPulse.Announcements;
using MarketPulse.Correlation;

namespace MarketPulse.Queries;

/// <summary>A question about stored results. Null means any.</summary>
/// <param name="From">First event day, inclusive.</param>
/// <param name="To">Last event day, inclusive.</param>
/// <param name="Window">Such as 0..0.</param>
/// <param name="Exclusions"><c>none</c> or <c>announcements</c>.</param>
/// <param name="LeastT">|t| at least this; a result without t counts as 0.</param>
/// <param name="Model">Such as <c>market model</c>.</param>
/// <param name="AsOf">As it stood at that instant (UTC).</param>
public sealed record CorrelationQuery(
    string Symbol,
    DateOnly? From = null,
    DateOnly? To = null,
    AnnouncementKind? Kind = null,
    Verdict? Verdict = null,
    string? Benchmark = null,
    EventWindow? Window = null,
    string? Exclusions = null,
    double? LeastT = null,
    string? Model = null,
    DateTimeOffset? AsOf = null
)
{
    /// <summary>Whether it asks for some of the results between its dates only.</summary>
    public bool IsNarrow => this != new CorrelationQuery(Symbol, From, To);

    /// <summary>The result as it stood at the instant asked for, or null where it isn't asked for.</summary>
    public CorrelationResult? Take(CorrelationResult result) =>
        result.AsOf(AsOf) is { } known && Matches(known) ? known : null;

    private bool Matches(CorrelationResult result) =>
        (Kind is null || result.Kind == Kind)
        && (Verdict is null || result.Verdict == Verdict)
        && (Benchmark is null || result.Benchmark == Benchmark)
        && (
            Window is not { } window
            || (result.WindowFrom == window.From && result.WindowTo == window.To)
        )
        && (Exclusions is null || result.Exclusions == Exclusions)
        && (Model is null || result.Model == Model)
        && (LeastT is null || Math.Abs(result.T ?? 0) >= LeastT);
}
