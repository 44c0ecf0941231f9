using MarketPulse.Announcements.Claims;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>The mail about a promise whose period has ended: plain text, saying only what was read and what wasn't.</summary>
public static class PromiseEmail
{
    public static MimeMessage Compose(Notification notification, string from, string to)
    {
        var message = new MimeMessage
        {
            MessageId = notification.MessageId,
            Date = notification.DecidedAt,
            Subject = MailText.Line(notification.Promise!.Split('\n')[0]),
            Body = new TextPart("plain")
            {
                Text = $"{notification.Promise}\n\n{notification.Why}\n",
            },
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>The mail's words; the first line is its subject.</summary>
    internal static string Text(LedgerEntry missed) =>
        $"""
            {missed.Symbol}: {missed.Subject} was promised for {missed.Due.Words}, and nothing read says that it is there

            The period ended on {missed.Due.To:yyyy-MM-dd}. It was promised on {missed.PromisedOn:yyyy-MM-dd}{Again(
                missed
            )}:

                {MailText.Line(missed.Title)}
                "{MailText.Line(missed.Quote, StoryClaims.LongestQuote)}"

            Only announcements of the watched feeds are read: it may be there all the same. `marketpulse query claims` shows every promise and what became of it.
            """;

    private static string Again(LedgerEntry missed) =>
        missed.Repeated switch
        {
            0 => "",
            1 => " and said once more",
            var times => $" and said {times} times more",
        };
}
