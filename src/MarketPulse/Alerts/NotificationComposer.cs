using System.Globalization;
using MarketPulse.Alerts.Notices;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>A stored message → its mail and the mail's name (IO: it reads what the mail tells).</summary>
public sealed class NotificationComposer(
    AlertContentReader contents,
    AlertEmail alertEmail,
    IOptions<EmailOptions> options
)
{
    /// <exception cref="EmailNotSentException">Something that it tells is no longer stored.</exception>
    public async Task<(MimeMessage Message, string Name)> ComposeAsync(
        Notification notification,
        CancellationToken cancellation
    )
    {
        var (from, to) = (options.Value.From, options.Value.To);
        if (notification.Trouble is not null)
        {
            return (TroubleEmail.Compose(notification, from, to), KeyName(notification));
        }

        var content = await contents.ReadAsync(notification, cancellation);
        return (
            await alertEmail.ComposeAsync(content, from, to, cancellation),
            Plain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{notification.EventDay:yyyy-MM-dd}-{content.Primary.Symbol}-{content.Primary.Kind}"
                )
            )
        );
    }

    private static string KeyName(Notification notification) =>
        Plain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{notification.DecidedAt:yyyy-MM-dd}-{notification.Key.Replace('_', '-')}"
            )
        );

    /// <summary>A name fit for a file.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'));
}
