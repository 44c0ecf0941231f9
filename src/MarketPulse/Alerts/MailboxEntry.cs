using System.Globalization;
using MarketPulse.Correlation;
using MimeKit;

namespace MarketPulse.Alerts;

/// <summary>A mail as the mailbox's page lists it.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Verdict">Null for a mail that isn't an alert's.</param>
/// <param name="HasPage">Whether an HTML page lies beside the mail.</param>
/// <param name="Line">The announcement, or the mail's first paragraph where it isn't an alert.</param>
public sealed record MailboxEntry(
    string Name,
    string Subject,
    DateTimeOffset SentAt,
    Verdict? Verdict,
    string Line,
    bool HasPage
)
{
    private static readonly Wording[] Languages = [Wording.English, new("zh", TimeZoneInfo.Utc)];

    public string PageLink => Uri.EscapeDataString(Name) + ".html";

    public string FileLink => Uri.EscapeDataString(Name) + ".eml";

    public string SentAtIso =>
        SentAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public string SentAtText =>
        SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Reads a mail's entry; one without text or subject has an empty line or a stand-in.</summary>
    public static MailboxEntry Of(string name, MimeMessage message, bool hasPage)
    {
        var first = (message.TextBody ?? "").ReplaceLineEndings("\n").Split("\n\n", 2)[0];
        var lines = first.Split('\n');
        var verdict = Enum.GetValues<Verdict>()
            .Cast<Verdict?>()
            .FirstOrDefault(v =>
                Languages.Any(words =>
                    lines[0]
                        .TrimEnd()
                        .EndsWith(
                            ": " + words.Word(AlertWords.Label(v!.Value)),
                            StringComparison.Ordinal
                        )
                )
            );
        var line = verdict is null ? first : string.Join(' ', lines.Skip(2));
        return new MailboxEntry(
            name,
            string.IsNullOrWhiteSpace(message.Subject) ? name : MailText.Line(message.Subject),
            message.Date,
            verdict,
            MailText.Line(line),
            hasPage
        );
    }
}
