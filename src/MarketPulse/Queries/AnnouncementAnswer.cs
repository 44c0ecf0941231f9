using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Correlation;

namespace MarketPulse.Queries;

/// <summary>A stored story as it is answered: with the session that it falls on.</summary>
/// <param name="EventDay">The session on which the market could first act on it (τ = 0).</param>
/// <param name="EventDayReason">Why that one.</param>
/// <param name="PublishedAt">The earliest instant that a source gives (UTC), or null.</param>
/// <param name="PublishedOn">The date, where a source gives no time of day.</param>
/// <param name="FirstSeenAt">UTC.</param>
/// <param name="RelevanceReason">Why it counts as being about the symbol.</param>
/// <param name="Edits">What sources changed afterwards, oldest first.</param>
/// <param name="Claims">What its tellings promise or say to be there.</param>
public sealed record AnnouncementAnswer(
    string Id,
    string Symbol,
    AnnouncementKind Kind,
    string KindReason,
    string Title,
    string Summary,
    DateTimeOffset? PublishedAt,
    DateOnly? PublishedOn,
    DateTimeOffset FirstSeenAt,
    DateOnly EventDay,
    string EventDayReason,
    ImmutableArray<AnnouncementSource> Sources,
    string RelevanceReason,
    ImmutableArray<AnnouncementEdit> Edits,
    ImmutableArray<StoryClaim> Claims
)
{
    public static AnnouncementAnswer Of(Announcement announcement)
    {
        var day = Correlation.EventDay.Of(announcement);
        return new(
            announcement.Id,
            announcement.Symbol,
            announcement.Kind,
            announcement.KindReason,
            announcement.Title,
            announcement.Summary,
            announcement.PublishedAt,
            announcement.PublishedOn,
            announcement.FirstSeenAt,
            day.Session,
            day.Reason,
            announcement.Sources,
            announcement.RelevanceReason,
            announcement.Edits,
            announcement.Claims
        );
    }
}
