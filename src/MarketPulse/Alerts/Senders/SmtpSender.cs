using System.Net.Security;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>Sends through a mail server (IO).</summary>
public sealed class SmtpSender : IEmailSender
{
    private readonly EmailOptions _settings;
    private readonly TimeProvider _clock;
    private readonly RemoteCertificateValidationCallback? _certificates;

    public SmtpSender(IOptions<EmailOptions> options, TimeProvider clock)
        : this(options, clock, null) { }

    /// <param name="certificates">Which server certificates are trusted; null for those that the system trusts.</param>
    internal SmtpSender(
        IOptions<EmailOptions> options,
        TimeProvider clock,
        RemoteCertificateValidationCallback? certificates
    ) => (_settings, _clock, _certificates) = (options.Value, clock, certificates);

    /// <summary>How long a whole delivery may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        using var client = new SmtpClient();
        var answer = await TryAsync(
            async limit =>
            {
                await OpenAsync(client, limit);
                return await client.SendAsync(message, limit);
            },
            cancellation
        );
        try
        {
            await TryAsync(
                async limit =>
                {
                    await client.DisconnectAsync(quit: true, limit);
                    return "";
                },
                cancellation
            );
        }
        catch (EmailNotSentException)
        {
            // The server has taken the mail; that it parts rudely must not send it twice.
        }

        return answer;
    }

    /// <summary>Connects and signs in, sends nothing.</summary>
    /// <exception cref="EmailNotSentException">The server can't be used so.</exception>
    public Task ProbeAsync(CancellationToken cancellation) =>
        TryAsync(
            async limit =>
            {
                using var client = new SmtpClient();
                await OpenAsync(client, limit);
                await client.DisconnectAsync(quit: true, limit);
                return "";
            },
            cancellation
        );

    private async Task OpenAsync(SmtpClient client, CancellationToken cancellation)
    {
        if (_certificates is not null)
        {
            client.ServerCertificateValidationCallback = _certificates;
        }

        await client.ConnectAsync(
            _settings.SmtpHost!,
            _settings.SmtpPort,
            _settings.SmtpSecurity,
            cancellation
        );
        if (_settings.SmtpUser is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, _settings.SmtpPassword ?? "", cancellation);
        }
    }

    private async Task<string> TryAsync(
        Func<CancellationToken, Task<string>> act,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(Limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await act(both.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new EmailNotSentException(
                $"{_settings.SmtpHost}:{_settings.SmtpPort} did not answer within {Limit.TotalSeconds:0.#} seconds.",
                error
            );
        }
        catch (Exception error) when (SmtpFailure.Of(error) is { } failure)
        {
            throw new EmailNotSentException(
                $"{_settings.SmtpHost}:{_settings.SmtpPort} did not take the mail: {SmtpFailure.Words(error)}",
                error,
                failure
            );
        }
    }
}
