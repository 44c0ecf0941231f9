using MarketPulse.Announcements;

namespace MarketPulse.Alerts;

/// <summary>A rule applied to one announcement's event day: the condition, not the message. Kept whatever was decided.</summary>
/// <param name="AnnouncementId">Together with <paramref name="Rule"/> the dedup key.</param>
/// <param name="Return">The stock's total return on the event day, a fraction.</param>
/// <param name="T">Of the event day's abnormal return on the first benchmark, no exclusions.</param>
/// <param name="Reason">Why this was decided, with the figures.</param>
/// <param name="NotificationKey">The group's message, where there is one.</param>
/// <param name="DecidedAt">UTC.</param>
/// <param name="CorrectedBy">The key of the message that took the mail's verdict back after prices were revised; null where none did.</param>
public sealed record Alert(
    string Symbol,
    string AnnouncementId,
    AnnouncementKind Kind,
    string Title,
    string Rule,
    DateOnly EventDay,
    double? Return,
    double? T,
    NotifyDecision Decision,
    string Reason,
    string? NotificationKey,
    DateTimeOffset DecidedAt,
    string? CorrectedBy = null
);
