using System.Text.Json.Serialization;

namespace MarketPulse.Queries.Silences;

/// <summary>Whether a silence keeps anything back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SilenceState>))]
public enum SilenceState
{
    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("to come")]
    ToCome,

    [JsonStringEnumMemberName("ended")]
    Ended,
}
