using System.Text.Json.Serialization;

namespace MarketPulse.Alerts.Delivery;

/// <summary>A wish to hear nothing of something for a while. Null in a matcher means any.</summary>
/// <param name="Id">Short, to name it by.</param>
/// <param name="Symbol">Such as <c>NVDA</c>.</param>
/// <param name="Rule">A rule's name in the watchlist.</param>
/// <param name="StartsAt">UTC, inclusive.</param>
/// <param name="EndsAt">UTC, exclusive.</param>
/// <param name="Comment">Why, in the user's words.</param>
public sealed record Silence(
    string Id,
    string? Symbol,
    string? Rule,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Comment
)
{
    public bool IsActive(DateTimeOffset now) => StartsAt <= now && now < EndsAt;

    public bool Matches(string symbol, string? rule) =>
        (Symbol is null || string.Equals(Symbol, symbol, StringComparison.OrdinalIgnoreCase))
        && (Rule is null || string.Equals(Rule, rule, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why nothing is told, with the end and the comment.</summary>
    [JsonIgnore]
    public string Reason =>
        FormattableString.Invariant(
            $"silenced until {EndsAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC ({Id}: {Comment})"
        );
}
