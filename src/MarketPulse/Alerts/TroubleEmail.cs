using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>The mail about the pipeline itself: plain text, as short as it can be.</summary>
public static class TroubleEmail
{
    public static MimeMessage Compose(Notification notification, string from, string to)
    {
        var message = new MimeMessage
        {
            MessageId = notification.MessageId,
            Date = notification.DecidedAt,
            Subject = $"MarketPulse needs a look: {notification.Trouble!.Split(". ")[0]}",
            Body = new TextPart("plain")
            {
                Text =
                    $"{notification.Trouble}\n\nUntil it works again, moves may go unnoticed. Run `marketpulse doctor` to see every check and its cure.\n\n{notification.Why}\n",
            },
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
