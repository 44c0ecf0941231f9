using System.Text.Json.Serialization;

namespace MarketPulse.Alerts;

/// <summary>What was decided about an alert. Each comes with its reason.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotifyDecision>))]
public enum NotifyDecision
{
    /// <summary>A rule matched: it is told in a mail.</summary>
    [JsonStringEnumMemberName("notify")]
    Notify,

    /// <summary>No bound of the rule was reached.</summary>
    [JsonStringEnumMemberName("below rule")]
    BelowRule,

    /// <summary>A mail about the same symbol and day has already gone out.</summary>
    [JsonStringEnumMemberName("already notified")]
    AlreadyNotified,

    /// <summary>The day is too long ago to be news.</summary>
    [JsonStringEnumMemberName("too old")]
    TooOld,

    /// <summary>The rule's last mail about the symbol is too fresh.</summary>
    [JsonStringEnumMemberName("cooling down")]
    CoolingDown,
}
