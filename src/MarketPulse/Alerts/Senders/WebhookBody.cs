using System.Text;
using System.Text.Json.Nodes;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>A mail as a webhook's JSON: its subject and its plain text, cut to what the taker allows. Feeds wrote parts of both,
/// so wherever a taker reads markup the text goes where it doesn't, or is escaped.</summary>
internal static class WebhookBody
{
    /// <param name="address">The webhook's own; ntfy's holds the topic.</param>
    public static JsonObject Of(MimeMessage message, WebhookShape shape, Uri address)
    {
        var title = MailText.Line(message.Subject ?? "MarketPulse", 140);
        var text = (message.TextBody ?? "").ReplaceLineEndings("\n").Trim();
        return shape switch
        {
            WebhookShape.Ntfy => Ntfy(title, text, address),
            WebhookShape.Slack => Slack(title, text),
            WebhookShape.Teams => Teams(title, text),
            _ => Discord(title, text),
        };
    }

    /// <summary>Where to post: for ntfy the server's root, as the topic goes into the body; else the address itself.</summary>
    public static Uri Target(WebhookShape shape, Uri address) =>
        shape == WebhookShape.Ntfy ? new UriBuilder(address) { Path = "/" }.Uri : address;

    // Longer than 4,096 bytes, ntfy makes a text a file.
    private static JsonObject Ntfy(string title, string text, Uri address) =>
        new()
        {
            ["topic"] = address.AbsolutePath.Trim('/'),
            ["title"] = title,
            ["message"] = Cut(text, 4_000, Encoding.UTF8.GetByteCount),
        };

    // plain_text is shown as it is; only the notification's line reads &, < and >.
    private static JsonObject Slack(string title, string text) =>
        new()
        {
            ["text"] = title
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal),
            ["blocks"] = new JsonArray(
                new JsonObject { ["type"] = "header", ["text"] = SlackText(title) },
                new JsonObject
                {
                    ["type"] = "section",
                    ["text"] = SlackText(Cut(text, 2_900, s => s.Length)),
                }
            ),
        };

    private static JsonObject SlackText(string text) =>
        new()
        {
            ["type"] = "plain_text",
            ["text"] = text,
            ["emoji"] = false,
        };

    // A text run isn't read as Markdown; a text block would be.
    private static JsonObject Teams(string title, string text) =>
        new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = new JsonObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = new JsonArray([
                            Paragraph(title, isTitle: true),
                            .. Cut(text, 8_000, s => s.Length)
                                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                                .Select(line => Paragraph(line, isTitle: false)),
                        ]),
                    },
                }
            ),
        };

    private static JsonObject Paragraph(string text, bool isTitle) =>
        new()
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "TextRun",
                    ["text"] = text,
                    ["weight"] = isTitle ? "Bolder" : "Default",
                    ["size"] = isTitle ? "Medium" : "Default",
                }
            ),
        };

    private static JsonObject Discord(string title, string text) =>
        new()
        {
            ["embeds"] = new JsonArray(
                new JsonObject
                {
                    ["title"] = Escape(title),
                    ["description"] = Cut(Escape(text), 4_000, s => s.Length),
                }
            ),
            // Whatever a headline says, nobody is called.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\\' or '*' or '`' or '~' or '|' or '>' or '<' or '[' or ']' or '#')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The text, or its first whole lines and "…" where its measure is more than allowed.</summary>
    private static string Cut(string text, int most, Func<string, int> measure)
    {
        if (measure(text) <= most)
        {
            return text;
        }

        var cut = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var fitting = measure(line) > most ? MailText.Line(line, most / 8) : line;
            if (measure(cut.ToString()) + measure(fitting) + 4 > most)
            {
                break;
            }

            cut.Append(fitting).Append('\n');
        }

        return cut.Append('…').ToString();
    }
}
