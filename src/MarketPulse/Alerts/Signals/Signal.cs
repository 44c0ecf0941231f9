using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;

namespace MarketPulse.Alerts.Signals;

/// <summary>Something that a rule looked at, and what it found; the decision whether to tell it comes after.</summary>
/// <param name="Subject">With the rule the dedup key: an announcement's id, or what else was looked at.</param>
/// <param name="Kind">Of the announcement; other where it is about none.</param>
/// <param name="Title">In a line, for tables.</param>
/// <param name="Day">The session or date that it is news of.</param>
/// <param name="Reason">With the figures.</param>
/// <param name="Notice">What there is to tell; null where the rule's condition isn't met.</param>
/// <param name="GroupKey">Signals of one key make one message.</param>
/// <param name="InReplyTo">The Message-ID of the mail that it continues; null for none.</param>
public sealed record Signal(
    string Symbol,
    string Subject,
    AnnouncementKind Kind,
    string Title,
    DateOnly Day,
    string Reason,
    Notice? Notice,
    string GroupKey,
    string? InReplyTo = null
);
