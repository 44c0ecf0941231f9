using System.Text.Json;
using System.Text.Json.Serialization;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>A mail as Azure Communication Services Email takes it (EmailMessage of api-version 2025-09-01).</summary>
internal sealed record AcsMessage(
    string SenderAddress,
    AcsContent Content,
    AcsRecipients Recipients,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<AcsAttachment>? Attachments,
    bool UserEngagementTrackingDisabled
)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // What the service writes itself; anything else that we set is passed on.
    private static readonly HeaderId[] Written =
    [
        HeaderId.From,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MimeVersion,
        HeaderId.MessageId,
    ];

    public static AcsMessage Of(MimeMessage message)
    {
        var headers = message
            .Headers.Where(h => !Written.Contains(h.Id))
            .GroupBy(h => h.Field, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(h => h.Key, h => h.First().Value);
        headers["Message-ID"] = $"<{message.MessageId}>";
        var attachments = message
            .BodyParts.OfType<MimePart>()
            .Where(p => p is not TextPart)
            .Select(AcsAttachment.Of)
            .ToList();
        return new(
            message.From.Mailboxes.First().Address,
            new(message.Subject ?? "", message.TextBody, message.HtmlBody),
            new([.. message.To.Mailboxes.Select(AcsAddress.Of)]),
            headers,
            attachments.Count == 0 ? null : attachments,
            // A counting pixel and rewritten links have no place in a mail to oneself.
            UserEngagementTrackingDisabled: true
        );
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format);
}

internal sealed record AcsContent(string Subject, string? PlainText, string? Html);

internal sealed record AcsRecipients(IReadOnlyList<AcsAddress> To);

internal sealed record AcsAddress(string Address, string? DisplayName)
{
    public static AcsAddress Of(MailboxAddress mailbox) =>
        new(mailbox.Address, mailbox.Name is { Length: > 0 } name ? name : null);
}

internal sealed record AcsAttachment(
    string Name,
    string ContentType,
    string ContentInBase64,
    string? ContentId
)
{
    public static AcsAttachment Of(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return new(
            part.FileName ?? "attachment",
            part.ContentType.MimeType,
            Convert.ToBase64String(bytes.ToArray()),
            part.ContentId
        );
    }
}
