using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>Sends through a mail server (IO).</summary>
public sealed class SmtpSender(IOptions<EmailOptions> options) : IEmailSender
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        var settings = options.Value;
        try
        {
            using var client = new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
            await client.ConnectAsync(
                settings.SmtpHost!,
                settings.SmtpPort,
                settings.SmtpSecurity,
                cancellation
            );
            if (settings.SmtpUser is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, settings.SmtpPassword ?? "", cancellation);
            }

            var answer = await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return answer;
        }
        catch (Exception error)
            when (error
                    is IOException
                        or SocketException
                        or ProtocolException
                        or CommandException
                        or AuthenticationException
                        or SslHandshakeException
                        or TimeoutException
            )
        {
            throw new EmailNotSentException(
                $"{settings.SmtpHost}:{settings.SmtpPort} did not take the mail: {error.Message}",
                error
            );
        }
    }
}
