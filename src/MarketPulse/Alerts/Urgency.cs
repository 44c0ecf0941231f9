using System.Text.Json.Serialization;

namespace MarketPulse.Alerts;

/// <summary>How soon a message wants to be read; the most urgent first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Urgency>))]
public enum Urgency
{
    /// <summary>At once, in quiet hours too.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>At once, outside quiet hours.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>In the next daily digest.</summary>
    [JsonStringEnumMemberName("low")]
    Low,
}
