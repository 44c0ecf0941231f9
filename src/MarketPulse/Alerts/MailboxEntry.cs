using System.Globalization;
using MarketPulse.Correlation;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>A mail as the mailbox's page lists it.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Verdict">Null for a mail that isn't an alert's.</param>
/// <param name="Line">What the mail says beside its verdict, or its first line.</param>
public sealed record MailboxEntry(
    string Name,
    string Subject,
    DateTimeOffset SentAt,
    Verdict? Verdict,
    string Line
)
{
    public string PageLink => Uri.EscapeDataString(Name) + ".html";

    public string FileLink => Uri.EscapeDataString(Name) + ".eml";

    public string SentAtIso =>
        SentAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public string SentAtText =>
        SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Reads a mail's entry; one without text or subject has an empty line or a stand-in.</summary>
    public static MailboxEntry Of(string name, MimeMessage message)
    {
        var lines = (message.TextBody ?? "").Split('\n', 3);
        var verdict = Enum.GetValues<Verdict>()
            .Cast<Verdict?>()
            .FirstOrDefault(v =>
                lines[0]
                    .TrimEnd()
                    .EndsWith(": " + AlertWords.Label(v!.Value), StringComparison.Ordinal)
            );
        var line = verdict is not null && lines.Length > 1 ? lines[1] : lines[0];
        return new MailboxEntry(
            name,
            string.IsNullOrWhiteSpace(message.Subject) ? name : FeedText.Line(message.Subject),
            message.Date,
            verdict,
            FeedText.Line(line)
        );
    }
}
