namespace MarketPulse.Alerts;

/// <summary>A trouble that was told and whose end is still to be told; stored beside the sources.</summary>
/// <param name="Key">The key of the message that told it.</param>
/// <param name="Since">Since when it is so, the exchange's date.</param>
/// <param name="Text">As told.</param>
/// <param name="ClearedAt">When its end was told (UTC); null while it lasts.</param>
public sealed record OpenTrouble(
    string Key,
    DateOnly Since,
    string Text,
    DateTimeOffset? ClearedAt = null
)
{
    /// <summary>The sort under which sources' states are stored.</summary>
    public const string Sort = "trouble";
}
