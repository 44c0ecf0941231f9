using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements.Claims;

namespace MarketPulse.Announcements;

/// <summary>One story about one symbol, however many sources told it.</summary>
/// <param name="Id">Stable across runs and sources: the first telling's date and a hash of its canonical address.</param>
/// <param name="Symbol">The listed symbol that the story is about.</param>
/// <param name="Kind">What sort of announcement it is.</param>
/// <param name="KindReason">The words that decided <paramref name="Kind"/>, or why nothing did.</param>
/// <param name="Title">As the first source writes it now, white space folded; a bare filing's is made from its item numbers.</param>
/// <param name="Summary">Plain text, without markup; may be empty.</param>
/// <param name="PublishedAt">The earliest instant that a source gives (UTC); null when no source gives one.</param>
/// <param name="PublishedOn">The date that a source gives when it gives no time of day (exchange's date); null otherwise.</param>
/// <param name="FirstSeenAt">When MarketPulse first read it (UTC).</param>
/// <param name="Sources">Every telling, first seen first; those beyond <see cref="Stories.MostSources"/> are not kept.</param>
/// <param name="RelevanceReason">Why it counts as being about the symbol.</param>
/// <param name="UpdatedAt">
/// When a source changed it last (UTC): the latest update that one gives, or a date that it gave after the story had been seen;
/// null for none. No event day and no mail depends on it.
/// </param>
/// <param name="CorrectedAt">When <paramref name="PublishedAt"/> was last changed (UTC), so that its event day may have moved; null for never.</param>
/// <param name="Edits">What sources changed afterwards, oldest first; the newest <see cref="StoryEdits.Most"/> are kept.</param>
/// <param name="Claims">What its tellings promise or say to be there, for the ledger; at most <see cref="StoryClaims.Most"/>.</param>
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
    ImmutableArray<AnnouncementSource> Sources,
    string RelevanceReason = "",
    DateTimeOffset? UpdatedAt = null,
    DateTimeOffset? CorrectedAt = null,
    ImmutableArray<AnnouncementEdit> Edits = default,
    ImmutableArray<StoryClaim> Claims = default
)
{
    /// <summary>The instant that orders announcements: published where known, else first seen.</summary>
    public DateTimeOffset OrderedAt => PublishedAt ?? FirstSeenAt;

    /// <summary>The instant that the id begins with, under which the announcement is stored; it never changes.</summary>
    internal DateTimeOffset StoredAt =>
        Id.Length >= 15
        && DateTimeOffset.TryParseExact(
            Id[..15],
            "yyyyMMdd'T'HHmmss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : OrderedAt;

    public ImmutableArray<AnnouncementEdit> Edits { get; init; } = Edits.IsDefault ? [] : Edits;

    public ImmutableArray<StoryClaim> Claims { get; init; } = Claims.IsDefault ? [] : Claims;
}

/// <summary>One telling of a story.</summary>
/// <param name="Feed">The feed's name in the watchlist.</param>
/// <param name="Url">An absolute http(s) address, or empty.</param>
/// <param name="Guid">The feed's own identifier for the item.</param>
/// <param name="Title">The title that this source gave it.</param>
/// <param name="PublishedAt">When this source published it (UTC), where it says.</param>
/// <param name="SummaryHash">Of this source's summary, to see an edit by; empty where there is none.</param>
/// <param name="TextPrint">The SimHash of title and summary (<see cref="Announcements.TextPrint"/>); empty for short texts.</param>
/// <param name="UpdatedAt">When this source says that it changed it last (UTC), where that is later than its publication.</param>
public sealed record AnnouncementSource(
    string Feed,
    string Url,
    string Guid,
    string Title,
    DateTimeOffset? PublishedAt,
    string SummaryHash = "",
    string TextPrint = "",
    DateTimeOffset? UpdatedAt = null
);
