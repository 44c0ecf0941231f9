using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Announcements;

namespace MarketPulse.Queries;

/// <summary>A stored decision about an alert, and what became of its mail: why was I mailed, or why not?</summary>
/// <param name="AnnouncementId">The announcement, or what else the rule looked at.</param>
/// <param name="Reason">Why it was decided so, with the figures.</param>
/// <param name="Mail">Sent when and as what, why it still waits, or why it was put away; empty where there is no mail.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record AlertAnswer(
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
    string Mail,
    DateTimeOffset DecidedAt
)
{
    /// <param name="asOf">As it stood at that instant (UTC): only a mail that had been sent by then is told; null for now.</param>
    public static AlertAnswer Of(Alert alert, Notification? mail, DateTimeOffset? asOf = null) =>
        new(
            alert.Symbol,
            alert.AnnouncementId,
            alert.Kind,
            alert.Title,
            alert.Rule,
            alert.EventDay,
            alert.Return,
            alert.T,
            alert.Decision,
            alert.Reason,
            alert.NotificationKey,
            alert.NotificationKey is null ? ""
                : asOf is { } then && !(mail?.SentAt <= then) ? "hadn't left by then"
                : Say(mail),
            alert.DecidedAt
        );

    private static string Say(Notification? mail) =>
        mail switch
        {
            null => "no longer stored",
            { SentAt: { } at, InDigest: not null } => $"told in {mail.DeliveredAs}, {Instant(at)}",
            { SentAt: { } at } => $"sent {Instant(at)} as {mail.DeliveredAs}",
            { Partition: Outbox.Dead } =>
                $"given up after {mail.Attempts} attempts: {mail.LastFailure}",
            { Attempts: > 0 } =>
                $"attempt {mail.Attempts} failed ({mail.LastFailure}); next {Instant(mail.NextAttemptAt)}",
            { Held: { } held } => held,
            _ => "leaves with the next run",
        };

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
