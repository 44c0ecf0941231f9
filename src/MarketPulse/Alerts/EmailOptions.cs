using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>Who gets the mails and how they leave: configuration section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary><c>pickup</c>: a folder of .eml files. <c>smtp</c>: a mail server.</summary>
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

    public string? SmtpPassword { get; set; }

    internal sealed class Check : IValidateOptions<EmailOptions>
    {
        public ValidateOptionsResult Validate(string? name, EmailOptions options)
        {
            List<string> problems = [];
            if (!IsAddress(options.From))
            {
                problems.Add(
                    $"Email:From '{options.From}' is not a mail address. Set Email__From to one, such as alerts@example.org."
                );
            }

            if (!IsAddress(options.To))
            {
                problems.Add(
                    $"Email:To '{options.To}' is not a mail address. Set Email__To to yours."
                );
            }

            switch (options.Sender)
            {
                case "pickup" when string.IsNullOrWhiteSpace(options.PickupFolder):
                    problems.Add(
                        "Email:Sender is 'pickup' but Email:PickupFolder is not set. Set Email__PickupFolder to a folder, or Email__Sender to smtp."
                    );
                    break;
                case "smtp" when string.IsNullOrWhiteSpace(options.SmtpHost):
                    problems.Add(
                        "Email:Sender is 'smtp' but Email:SmtpHost is not set. Set Email__SmtpHost to your mail server's name."
                    );
                    break;
                case "smtp" when options.SmtpPort is < 1 or > 65535:
                    problems.Add(
                        $"Email:SmtpPort {options.SmtpPort} is not a port. Set Email__SmtpPort to 587 or 465."
                    );
                    break;
                case "pickup" or "smtp":
                    break;
                default:
                    problems.Add(
                        $"Email:Sender '{options.Sender}' is unknown. Set Email__Sender to pickup or smtp."
                    );
                    break;
            }

            return problems.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems);
        }

        private static bool IsAddress(string text) =>
            MailboxAddress.TryParse(text, out var mailbox)
            && mailbox.Address.IndexOf('@', StringComparison.Ordinal) > 0;
    }
}
