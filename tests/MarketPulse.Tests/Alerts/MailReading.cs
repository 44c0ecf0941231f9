using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace MarketPulse.Tests.Alerts;

/// <summary>Reads a mail as its reader's client does.</summary>
internal static partial class MailReading
{
    /// <summary>What a text says, whatever its line breaks and no-break spaces.</summary>
    public static string Folded(string text) => Space().Replace(text, " ").Trim();

    /// <summary>What a page says, tags left out.</summary>
    public static string Said(string html)
    {
        var body = html[html.IndexOf("<body", StringComparison.Ordinal)..];
        return Folded(
            WebUtility.HtmlDecode(
                Tag()
                    .Replace(
                        body,
                        match =>
                            match.Value.StartsWith("<span", StringComparison.Ordinal)
                            || match.Value == "</span>"
                                ? ""
                                : " "
                    )
            )
        );
    }

    /// <summary>Every tag of a page with its attributes.</summary>
    public static IReadOnlyList<HtmlTagToken> Tags(string html)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html));
        var tags = new List<HtmlTagToken>();
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    public static byte[] Bytes(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.ToArray();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
