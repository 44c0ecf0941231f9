using MarketPulse.Alerts;
using MimeKit;

namespace MarketPulse.Tests.Alerts.Senders;

/// <summary>An alert's mail as the stage writes it: both texts and the picture.</summary>
internal static class SampleMail
{
    public const string From = "MarketPulse <DoNotReply@1b2c.azurecomm.net>";
    public const string To = "You <you@example.org>";

    public static Task<MimeMessage> WriteAsync() =>
        new AlertEmail().ComposeAsync(
            AlertContents.Keynote(),
            From,
            To,
            TestContext.Current.CancellationToken
        );

    /// <summary>A short mail whose words a stranger wrote.</summary>
    public static MimeMessage Of(string subject, string text)
    {
        var message = new MimeMessage
        {
            MessageId = "x@marketpulse.invalid",
            Subject = subject,
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(MailboxAddress.Parse(From));
        message.To.Add(MailboxAddress.Parse(To));
        return message;
    }
}
