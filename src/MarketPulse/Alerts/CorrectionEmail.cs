using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>The mail that takes a verdict back: plain text, in the thread of the mail that it corrects.</summary>
public static class CorrectionEmail
{
    /// <param name="from">One mailbox.</param>
    /// <param name="to">One or more mailboxes, comma separated.</param>
    public static MimeMessage Compose(Notification notification, string from, string to)
    {
        var message = new MimeMessage
        {
            MessageId = notification.MessageId,
            Date = notification.DecidedAt,
            Subject = MailText.Line(
                $"Correction: {notification.Symbol} on {Figures.Date(notification.EventDay)}, {notification.Why}"
            ),
            Body = new TextPart("plain") { Text = notification.Correction ?? "" },
        };
        if (notification.InReplyTo is { } corrected)
        {
            message.InReplyTo = corrected;
            message.References.Add(corrected);
        }

        message.From.Add(MailboxAddress.Parse(from));
        message.To.AddRange(InternetAddressList.Parse(to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
