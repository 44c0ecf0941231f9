using System.Text.Json.Serialization;

namespace MarketPulse.Announcements.Claims;

/// <summary>One promise and what has become of it.</summary>
/// <param name="Subject">The product, by its name in the lexicon.</param>
/// <param name="Due">The period promised, narrowed where later announcements narrowed it.</param>
/// <param name="PromisedOn">When it was first promised (UTC date).</param>
/// <param name="AnnouncementId">The announcement that first promised it.</param>
/// <param name="Repeated">Later announcements that promised the same.</param>
/// <param name="Reason">Why this status, in words.</param>
/// <param name="DecidedBy">The announcement that moved or confirmed it; null where none did.</param>
/// <param name="DecidedOn">Its date (UTC); null where none did.</param>
public sealed record LedgerEntry(
    string Symbol,
    string Subject,
    DuePeriod Due,
    PromiseStatus Status,
    string Reason,
    DateOnly PromisedOn,
    string AnnouncementId,
    string Title,
    string Quote,
    int Repeated,
    string? DecidedBy,
    string? DecidedTitle,
    DateOnly? DecidedOn
);

[JsonConverter(typeof(JsonStringEnumConverter<PromiseStatus>))]
public enum PromiseStatus
{
    /// <summary>Its period hasn't begun.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Its period is under way.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>A later announcement names another period.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>A later announcement says that it is there.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>Its period has ended, and no known announcement says that it is there.</summary>
    [JsonStringEnumMemberName("missed")]
    Missed,
}
