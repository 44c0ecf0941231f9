using MailKit.Security;
using MarketPulse.Alerts.Senders;

namespace MarketPulse.Alerts;

/// <summary>Who gets the mails and how they leave: configuration section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>
    /// <c>pickup</c>: a folder of .eml files. <c>smtp</c>: a mail server. <c>acs</c>: Azure Communication Services Email.
    /// <c>webhook</c>: subject and text to ntfy, Slack, Teams or Discord.
    /// </summary>
    public string Sender { get; set; } = "pickup";

    /// <summary>The address that the mails come from.</summary>
    public string From { get; set; } = "MarketPulse <marketpulse@localhost>";

    /// <summary>The one recipient.</summary>
    public string To { get; set; } = "you@localhost";

    /// <summary>For <c>pickup</c>: the mailbox folder.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>For <c>smtp</c>: the server's name.</summary>
    public string? SmtpHost { get; set; }

    public int SmtpPort { get; set; } = 587;

    /// <summary><c>StartTls</c> (587), <c>SslOnConnect</c> (465) or <c>None</c> (a server on this machine only).</summary>
    public SecureSocketOptions SmtpSecurity { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Empty for a server that asks for no login.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>A secret.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>For <c>acs</c>: the Communication Services resource, <c>https://NAME.communication.azure.com</c>.</summary>
    public string? AcsEndpoint { get; set; }

    /// <summary>For <c>acs</c>: the client id of a user-assigned identity; empty for the default one.</summary>
    public string? AcsClientId { get; set; }

    /// <summary>For <c>webhook</c>: whose it is.</summary>
    public WebhookShape? WebhookShape { get; set; }

    /// <summary>For <c>webhook</c>: its https address. Who knows it can post, so it is a secret.</summary>
    public string? WebhookUrl { get; set; }
}
