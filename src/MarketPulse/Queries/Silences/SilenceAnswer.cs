using MarketPulse.Alerts.Delivery;

namespace MarketPulse.Queries.Silences;

/// <summary>A stored silence as it is answered. Null for the symbol or the rule means every one.</summary>
/// <param name="StartsAt">UTC, inclusive.</param>
/// <param name="EndsAt">UTC, exclusive.</param>
/// <param name="Comment">Why, in the user's words.</param>
public sealed record SilenceAnswer(
    string Id,
    SilenceState State,
    string? Symbol,
    string? Rule,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Comment
)
{
    public static SilenceAnswer Of(Silence silence, DateTimeOffset now) =>
        new(
            silence.Id,
            silence.IsActive(now) ? SilenceState.Active
                : silence.StartsAt > now ? SilenceState.ToCome
                : SilenceState.Ended,
            silence.Symbol,
            silence.Rule,
            silence.StartsAt,
            silence.EndsAt,
            silence.Comment
        );
}
