using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace MarketPulse.Alerts.Mails;

/// <summary>
/// What every mail has around its words: multipart/alternative { text/plain, multipart/related { text/html, image/png … } },
/// ids and headers. The same content gives the same bytes: boundaries and content ids are derived from the Message-ID.
/// </summary>
/// <param name="MessageId">Without angle brackets; the same on every attempt.</param>
/// <param name="Date">UTC.</param>
/// <param name="From">One mailbox, such as <c>MarketPulse &lt;alerts@example.org&gt;</c>.</param>
/// <param name="To">One or more mailboxes, comma separated.</param>
public sealed record MailEnvelope(string MessageId, DateTimeOffset Date, string From, string To)
{
    /// <summary>The Message-ID of the mail that this one continues; null for none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The page on which mails can be stopped, an http(s) address; empty where only a mail to the sender does.</summary>
    public string Dashboard { get; init; } = "";

    /// <summary>How to hear no more of this; null for no way.</summary>
    public SilenceHint? Silence { get; init; }

    /// <summary>Derived from the Message-ID: what parts and pictures are called by.</summary>
    /// <exception cref="ArgumentException">The Message-ID can't be one.</exception>
    public string Key => Left(MessageId);

    /// <summary>A picture's Content-Id.</summary>
    public string PictureId(string name) => $"{Key}.{name}@marketpulse.invalid";

    /// <summary>Puts a mail together.</summary>
    /// <param name="pictures">PNGs by the name that <see cref="PictureId"/> was asked for.</param>
    /// <exception cref="ArgumentException"><see cref="From"/>, <see cref="To"/> or an id is more or less than one.</exception>
    public MimeMessage Seal(
        string subject,
        string text,
        string html,
        ImmutableArray<(string Name, byte[] Png)> pictures
    )
    {
        var key = Key;
        var related = new MultipartRelated
        {
            Boundary = $"=_{key}.related",
            Root = Text("html", html),
        };
        foreach (var (name, png) in pictures)
        {
            related.Add(Picture(png, PictureId(name), name));
        }

        var message = new MimeMessage
        {
            MessageId = MessageId,
            Date = Date.ToUniversalTime(),
            Subject = MailText.Line(subject),
            Body = new MultipartAlternative { Boundary = $"=_{key}.alternative" },
        };
        ((Multipart)message.Body).Add(Text("plain", text));
        ((Multipart)message.Body).Add(related);
        var sender = Mailboxes(From, 1, nameof(From)).Single();
        message.From.Add(sender);
        message.To.AddRange(Mailboxes(To, 100, nameof(To)));
        if (InReplyTo is { } earlier)
        {
            _ = Left(earlier);
            message.InReplyTo = earlier;
            message.References.Add(earlier);
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ListId, "MarketPulse <alerts.marketpulse.invalid>");
        message.Headers.Add(HeaderId.ListUnsubscribe, Unsubscribe(sender.Address));
        return message;
    }

    // Reader and operator are one person: where there is no page, a note to the sender's own address is the way.
    private string Unsubscribe(string sender) =>
        (MailText.Link(Dashboard) is { } page ? $"<{page}>, " : "")
        + $"<mailto:{Uri.EscapeDataString(sender).Replace("%40", "@", StringComparison.Ordinal)}?subject=unsubscribe>";

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype)
        {
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MimePart Picture(byte[] png, string cid, string name) =>
        new("image", "png")
        {
            Content = new MimeContent(new MemoryStream(png)),
            ContentId = cid,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline)
            {
                FileName = $"{name}.png",
            },
            ContentTransferEncoding = ContentEncoding.Base64,
        };

    // The parser is lenient: it would take a name without a domain, and what follows a line break as part of a name.
    private static IEnumerable<MailboxAddress> Mailboxes(string text, int most, string parameter) =>
        !text.Any(char.IsControl)
        && InternetAddressList.TryParse(text, out var list)
        && list.Count > 0
        && list.Count <= most
        && list.All(a => a is MailboxAddress { Domain.Length: > 0, LocalPart.Length: > 0 })
            ? list.Cast<MailboxAddress>()
            : throw new ArgumentException(
                $"'{text}' isn't {(most == 1 ? "one mail address" : "mail addresses")}, such as name@example.org.",
                parameter
            );

    private static string Left(string messageId) =>
        messageId.IndexOf('@', StringComparison.Ordinal) > 0
        && MimeUtils.ParseMessageId(messageId) == messageId
        && !messageId.Any(char.IsControl)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..24]
            : throw new ArgumentException(
                $"'{messageId}' can't be a Message-ID: left@right is wanted, without angle brackets."
            );
}
