using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MarketPulse.Alerts.Templates;
using MimeKit;
using MimeKit.Utils;

namespace MarketPulse.Alerts;

/// <summary>Writes an alert's mail: plain text, HTML and the picture inline.</summary>
/// <remarks>
/// The same content gives the same bytes: boundaries and content ids are derived from the Message-ID, the date is the
/// alert's. multipart/alternative { text/plain, multipart/related { text/html, image/png } }.
/// </remarks>
public sealed class AlertEmail
{
    /// <summary>Composes the mail.</summary>
    /// <param name="from">One mailbox, such as <c>MarketPulse &lt;alerts@example.org&gt;</c>.</param>
    /// <param name="to">One or more mailboxes, comma separated.</param>
    /// <exception cref="ParseException"><paramref name="from"/> or <paramref name="to"/> is no address.</exception>
    /// <exception cref="ArgumentException">The content has no announcement, or its Message-ID can't be one.</exception>
    [SuppressMessage(
        "Performance",
        "CA1822:Mark members as static",
        Justification = "Injected, so that a sender says what it needs."
    )]
    public async Task<MimeMessage> ComposeAsync(
        AlertContent content,
        string from,
        string to,
        CancellationToken ct
    )
    {
        if (content.Announcements.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An alert tells at least one announcement.");
        }

        var key = Key(content.MessageId);
        var story = AlertStory.Of(content);
        var picture = AlertChart.Draw(content);
        var cid = $"{key}.chart@marketpulse.invalid";
        var html = await HtmlPage.RenderAsync<AlertMail>(
            new()
            {
                [nameof(AlertMail.Story)] = story,
                [nameof(AlertMail.ChartId)] = picture is null ? null : cid,
            },
            ct
        );

        var related = new MultipartRelated
        {
            Boundary = $"=_{key}.related",
            Root = Text("html", html),
        };
        if (picture is not null)
        {
            related.Add(Picture(picture, cid, content));
        }

        var message = new MimeMessage
        {
            MessageId = content.MessageId,
            Date = content.SentAt.ToUniversalTime(),
            Subject = story.Subject,
            Body = new MultipartAlternative { Boundary = $"=_{key}.alternative" },
        };
        ((Multipart)message.Body).Add(Text("plain", AlertText.Write(story)));
        ((Multipart)message.Body).Add(related);
        message.From.Add(MailboxAddress.Parse(from));
        message.To.AddRange(InternetAddressList.Parse(to));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype)
        {
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MimePart Picture(byte[] png, string cid, AlertContent content) =>
        new("image", "png")
        {
            Content = new MimeContent(new MemoryStream(png)),
            ContentId = cid,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline)
            {
                FileName = "chart.png",
            },
            ContentTransferEncoding = ContentEncoding.Base64,
        };

    private static string Key(string messageId) =>
        MimeUtils.ParseMessageId(messageId) == messageId && !messageId.Any(char.IsControl)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..24]
            : throw new ArgumentException(
                $"'{messageId}' can't be a Message-ID: left@right is wanted, without angle brackets."
            );
}
