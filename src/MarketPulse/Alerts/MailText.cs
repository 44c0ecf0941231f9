using System.Globalization;
using System.Text;

namespace MarketPulse.Alerts;

/// <summary>Text and addresses that strangers wrote, made fit to stand in a mail. Escaping is left to the template.</summary>
public static class MailText
{
    /// <summary>
    /// One line of at most <paramref name="most"/> characters: white space folded, control and formatting characters
    /// (line breaks, bidirectional overrides, zero-width ones) and broken surrogates left out, cut with "…".
    /// </summary>
    public static string Line(string text, int most = 200)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\r' or '\n')
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (
                rune != Rune.ReplacementChar
                && Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
            )
            {
                line.Append(rune);
            }
        }

        var folded = line.ToString().TrimEnd();
        var fitting = new StringInfo(folded);
        return fitting.LengthInTextElements <= most && folded.Length <= most * 4
            ? folded
            : string.Concat(Elements(folded).Take(most - 1)).TrimEnd() + "…";
    }

    /// <summary>The address if it is an absolute http(s) one without a user in it and of at most 800 characters, in its escaped form; null otherwise.</summary>
    public static string? Link(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Host.Length > 0
        && uri.AbsoluteUri.Length <= 800
            ? uri.AbsoluteUri
            : null;

    // A text element may carry hundreds of combining marks; four characters are enough for any that is meant to be read.
    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            if (elements.GetTextElement() is { Length: <= 4 } element)
            {
                yield return element;
            }
        }
    }
}
