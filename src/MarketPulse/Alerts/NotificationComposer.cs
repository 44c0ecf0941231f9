using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Alerts.Mails;
using MarketPulse.Alerts.Notices;
using MarketPulse.Correlation;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>A stored message → its mail and the mail's name (IO: it reads what the mail tells).</summary>
public sealed class NotificationComposer(
    Outbox outbox,
    AlertContentReader contents,
    AlertEmail alertEmail,
    NoticePictures pictures,
    Wording words,
    IOptions<AlertOptions> alerts,
    IOptions<EmailOptions> email
)
{
    /// <exception cref="EmailNotSentException">Something that it tells is no longer stored.</exception>
    public async Task<(MimeMessage Message, string Name, Verdict? Told)> ComposeAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        if (notification.Members is { } members)
        {
            var rows = await RowsAsync(notification, members, cancellation);
            var envelope = Envelope(notification);
            return (
                await DigestEmail.ComposeAsync(
                    rows,
                    notification.Why,
                    envelope,
                    words,
                    cancellation
                ),
                KeyName(notification),
                null
            );
        }

        if (NoticeOf(notification) is { } notice)
        {
            return (
                await NoticeEmail.ComposeAsync(
                    notice,
                    notification.Why,
                    Envelope(notification),
                    words,
                    await pictures.DrawAsync(notice, cancellation),
                    cancellation
                ),
                notification.Correction is null
                    ? KeyName(notification)
                    : Plain($"{notification.EventDay:yyyy-MM-dd}-{notification.Symbol}-Correction"),
                null
            );
        }

        var content = await contents.ReadAsync(notification, cancellation);
        return (
            await alertEmail.ComposeAsync(
                content with
                {
                    Words = words,
                    Dashboard = alerts.Value.Dashboard,
                    Silence = Silence(notification),
                },
                email.Value.From,
                email.Value.To,
                cancellation
            ),
            Plain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{notification.EventDay:yyyy-MM-dd}-{content.Primary.Symbol}-{content.Primary.Kind}"
                )
            ),
            content.Primary.Verdict
        );
    }

    private async Task<ImmutableArray<DigestRow>> RowsAsync(
        Notification digest,
        ImmutableArray<string> members,
        CancellationToken cancellation
    )
    {
        var rows = ImmutableArray.CreateBuilder<DigestRow>(members.Length);
        foreach (var key in members)
        {
            var member =
                await outbox.FindAsync(key, cancellation)
                ?? throw new EmailNotSentException(
                    $"The digest {digest.Key} can't be written: {key} is no longer stored."
                );
            rows.Add(
                NoticeOf(member) is { } notice
                    ? DigestRow.Of(notice, member.Why, words)
                    : await RowAsync(member, cancellation)
            );
        }

        return rows.ToImmutable();
    }

    // One that can't be told any more must not keep the others of its digest.
    private async Task<DigestRow> RowAsync(Notification member, CancellationToken cancellation)
    {
        try
        {
            var content = await contents.ReadAsync(member, cancellation);
            return DigestRow.Of(content with { Words = words });
        }
        catch (EmailNotSentException error)
        {
            return new(
                $"{member.Symbol} {words.Date(member.EventDay)}",
                $"{member.Why} {error.Message}",
                null,
                ""
            );
        }
    }

    private Notice? NoticeOf(Notification notification) =>
        notification switch
        {
            { Notice: { } notice } => notice,
            { Trouble: { } trouble } => TroubleNotices.Of(trouble, words),
            { Promise: { } promise } => Told(promise.Split('\n')[0], promise),
            { Correction: { } correction } => Told(
                $"{words.Word("Correction")}: {notification.Symbol} {words.Date(notification.EventDay)}, {notification.Why}",
                correction
            ),
            _ => null,
        };

    private static Notice Told(string subject, string text) => Notice.Of(subject, subject, text);

    private MailEnvelope Envelope(Notification notification) =>
        new(notification.MessageId, notification.DecidedAt, email.Value.From, email.Value.To)
        {
            InReplyTo = notification.InReplyTo,
            Dashboard = alerts.Value.Dashboard,
            Silence = Silence(notification),
        };

    private SilenceHint? Silence(Notification notification) =>
        SilenceHint.Of(alerts.Value.Dashboard, notification.Symbol, notification.Rule);

    private static string KeyName(Notification notification) =>
        Plain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{notification.DecidedAt:yyyy-MM-dd}-{notification.Key.Replace('_', '-')}"
            )
        );

    /// <summary>A name fit for a file.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'));
}
