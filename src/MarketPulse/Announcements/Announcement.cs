using System.Collections.Immutable;

namespace MarketPulse.Announcements;

/// <summary>One story about one symbol, however many sources told it.</summary>
/// <param name="Id">Stable across runs and sources: the first telling's date and a hash of its canonical address.</param>
/// <param name="Symbol">The listed symbol that the story is about.</param>
/// <param name="Kind">What sort of announcement it is.</param>
/// <param name="KindReason">The words that decided <paramref name="Kind"/>, or why nothing did.</param>
/// <param name="Title">As the first source wrote it, white space folded.</param>
/// <param name="Summary">Plain text, without markup; may be empty.</param>
/// <param name="PublishedAt">The earliest instant that a source gives (UTC); null when no source gives one.</param>
/// <param name="PublishedOn">The date that a source gives when it gives no time of day (exchange's date); null otherwise.</param>
/// <param name="FirstSeenAt">When MarketPulse first read it (UTC).</param>
/// <param name="Sources">Every telling, first seen first.</param>
public sealed record Announcement(
    string Id,
    string Symbol,
    AnnouncementKind Kind,
    string KindReason,
    string Title,
    string Summary,
    DateTimeOffset? PublishedAt,
    DateOnly? PublishedOn,
    DateTimeOffset FirstSeenAt,
    ImmutableArray<AnnouncementSource> Sources
)
{
    /// <summary>The instant that orders announcements: published where known, else first seen.</summary>
    public DateTimeOffset OrderedAt => PublishedAt ?? FirstSeenAt;
}

/// <summary>One telling of a story.</summary>
/// <param name="Feed">The feed's name in the watchlist.</param>
/// <param name="Url">An absolute http(s) address, or empty.</param>
/// <param name="Guid">The feed's own identifier for the item.</param>
/// <param name="Title">The title that this source gave it.</param>
/// <param name="PublishedAt">When this source published it (UTC), where it says.</param>
public sealed record AnnouncementSource(
    string Feed,
    string Url,
    string Guid,
    string Title,
    DateTimeOffset? PublishedAt
);
