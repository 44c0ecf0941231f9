using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>Email settings, checked when the host starts: every problem is told at once, with its cure and without secrets.</summary>
internal sealed class EmailOptionsCheck : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        List<string> problems =
        [
            .. Addresses(options),
            .. options.Sender switch
            {
                "pickup" => Pickup(options),
                "smtp" => Smtp(options),
                "acs" => Acs(options),
                "webhook" => Webhook(options),
                _ =>
                [
                    $"Email:Sender '{options.Sender}' is unknown. Set Email__Sender to pickup, smtp, acs or webhook.",
                ],
            },
        ];
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Addresses(EmailOptions options)
    {
        if (Address(options.From) is null)
        {
            yield return $"Email:From '{options.From}' is not a mail address. Set Email__From to one, such as alerts@example.org.";
        }

        if (Address(options.To) is null)
        {
            yield return $"Email:To '{options.To}' is not a mail address. Set Email__To to yours.";
        }
    }

    private static IEnumerable<string> Pickup(EmailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PickupFolder))
        {
            yield return "Email:Sender is 'pickup' but Email:PickupFolder is not set. Set Email__PickupFolder to a folder, or Email__Sender to smtp.";
        }
    }

    private static IEnumerable<string> Smtp(EmailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.SmtpHost))
        {
            yield return "Email:Sender is 'smtp' but Email:SmtpHost is not set. Set Email__SmtpHost to your mail server's name.";
        }
        else if (Uri.CheckHostName(options.SmtpHost) == UriHostNameType.Unknown)
        {
            yield return $"Email:SmtpHost '{options.SmtpHost}' is not a server's name. Set Email__SmtpHost to one, such as smtp.example.org, without a scheme or port.";
        }
        else if (options.SmtpSecurity == SecureSocketOptions.None && !IsHere(options.SmtpHost))
        {
            yield return $"Email:SmtpSecurity is 'None' but {options.SmtpHost} isn't this machine: mail and password would travel readable. Set Email__SmtpSecurity to StartTls (port 587) or SslOnConnect (465).";
        }

        if (options.SmtpPort is < 1 or > 65535)
        {
            yield return $"Email:SmtpPort {options.SmtpPort} is not a port. Set Email__SmtpPort to 587 or 465.";
        }

        if (
            options.SmtpSecurity
            is not (
                SecureSocketOptions.None
                or SecureSocketOptions.StartTls
                or SecureSocketOptions.SslOnConnect
            )
        )
        {
            // Whoever sits in between could talk the opportunistic ones out of TLS.
            yield return $"Email:SmtpSecurity '{options.SmtpSecurity}' leaves open whether TLS is used. Set Email__SmtpSecurity to StartTls (port 587) or SslOnConnect (465).";
        }

        if (string.IsNullOrEmpty(options.SmtpUser) != string.IsNullOrEmpty(options.SmtpPassword))
        {
            yield return "Only one of Email:SmtpUser and Email:SmtpPassword is set. Set both, or neither for a server without login.";
        }

        if (
            options.SmtpPassword?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal)
            == true
        )
        {
            yield return "Email:SmtpPassword is an unresolved Key Vault reference. Store the secret in the vault, and give the app's identity the role 'Key Vault Secrets User' there.";
        }
    }

    private static IEnumerable<string> Acs(EmailOptions options)
    {
        if (
            !Uri.TryCreate(options.AcsEndpoint, UriKind.Absolute, out var endpoint)
            || endpoint.Scheme != Uri.UriSchemeHttps
            || endpoint.PathAndQuery != "/"
        )
        {
            // Not repeated: a connection string with its key may have been put there.
            yield return "Email:Sender is 'acs' but Email:AcsEndpoint is not the resource's https address. Set Email__AcsEndpoint to https://NAME.communication.azure.com; a connection string isn't taken.";
        }

        if (
            Address(options.From) is { } from
            && !from.Domain.Contains('.', StringComparison.Ordinal)
        )
        {
            yield return $"Email:From '{options.From}' can't send through Communication Services. Set Email__From to a sender of the linked domain, such as DoNotReply@….azurecomm.net.";
        }

        if (options.AcsClientId is { Length: > 0 } id && !Guid.TryParse(id, out _))
        {
            yield return $"Email:AcsClientId '{id}' is not a client id. Set Email__AcsClientId to the identity's, a GUID, or leave it out.";
        }
    }

    private static IEnumerable<string> Webhook(EmailOptions options)
    {
        if (options.WebhookShape is null)
        {
            yield return "Email:Sender is 'webhook' but Email:WebhookShape is not set. Set Email__WebhookShape to Ntfy, Slack, Teams or Discord.";
        }

        if (
            !Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var url)
            || (
                url.Scheme != Uri.UriSchemeHttps
                && !(url.IsLoopback && url.Scheme == Uri.UriSchemeHttp)
            )
            || url.AbsolutePath == "/"
        )
        {
            yield return "Email:Sender is 'webhook' but Email:WebhookUrl is not an https address with a path. Set Email__WebhookUrl to the address that the service shows (a secret: it isn't repeated here).";
        }
    }

    private static bool IsHere(string host) =>
        Uri.TryCreate($"smtp://{host}", UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static MailboxAddress? Address(string text) =>
        MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) > 0
            ? mailbox
            : null;
}
