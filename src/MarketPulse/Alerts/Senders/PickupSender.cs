using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>Puts messages into a folder that any mail reader opens (IO).</summary>
public sealed class PickupSender(IOptions<EmailOptions> options) : IEmailSender
{
    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        try
        {
            var path = await new Mailbox(options.Value.PickupFolder!).DeliverAsync(
                message,
                name,
                cancellation
            );
            // The name alone: where the folder lies is this machine's business, not the table's.
            return Path.GetFileName(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EmailNotSentException(
                $"The folder {options.Value.PickupFolder} did not take the mail: {error.Message}",
                error
            );
        }
    }
}
