using System.Text.Json.Serialization;

namespace MarketPulse.Correlation;

/// <summary>What may be said of a result. None of them says that an announcement caused a move.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Further from the model than chance at the declared level allows, and nothing else is known in the window.</summary>
    [JsonStringEnumMemberName("significant")]
    Significant,

    /// <summary>Within what ordinary days bring. "Not detected" is meant, never "no effect".</summary>
    [JsonStringEnumMemberName("not distinguishable from noise")]
    NotDistinguishableFromNoise,

    /// <summary>Significant, but other announcements fall into the same window and share it.</summary>
    [JsonStringEnumMemberName("confounded")]
    Confounded,

    /// <summary>Too few sessions, or a missing bar, for an answer.</summary>
    [JsonStringEnumMemberName("not enough data")]
    NotEnoughData,
}
