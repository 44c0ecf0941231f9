using System.Text.Json.Serialization;

namespace MarketPulse.Announcements;

/// <summary>What sort of announcement a story is, weightiest first: on a day with several, the first kind leads the mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnouncementKind>))]
public enum AnnouncementKind
{
    [JsonStringEnumMemberName("results")]
    Results,

    [JsonStringEnumMemberName("guidance")]
    Guidance,

    [JsonStringEnumMemberName("keynote")]
    Keynote,

    [JsonStringEnumMemberName("regulation")]
    Regulation,

    [JsonStringEnumMemberName("capital")]
    Capital,

    [JsonStringEnumMemberName("management")]
    Management,

    [JsonStringEnumMemberName("product")]
    Product,

    [JsonStringEnumMemberName("partnership")]
    Partnership,

    [JsonStringEnumMemberName("comment")]
    Comment,

    [JsonStringEnumMemberName("other")]
    Other,
}
