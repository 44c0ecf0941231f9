using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>Feed text as a person reads it: no markup, no entities, white space folded.</summary>
public static partial class FeedText
{
    /// <summary>What Windows-1252 has where Unicode has control characters: "&amp;#150;" is meant as a dash.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var bare = text.Contains('<', StringComparison.Ordinal) ? Tags().Replace(text, " ") : text;
        var decoded = bare.Contains('&', StringComparison.Ordinal)
            ? WebUtility.HtmlDecode(bare)
            : bare;
        return Fold(decoded);
    }

    /// <summary>White space, no-break spaces too, as single blanks; none at the ends.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        var isSpace = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && c != '\u0085')
            {
                isSpace = folded.Length > 0;
                continue;
            }

            if (c is < ' ' or '\u007f')
            {
                // No text: on a terminal it would be a command.
                continue;
            }

            if (isSpace)
            {
                folded.Append(' ');
                isSpace = false;
            }

            // As a browser reads what was written for Windows.
            folded.Append(char.IsBetween(c, '\u0080', '\u009f') ? Windows1252[c - 0x80] : c);
        }

        return folded.ToString();
    }

    /// <summary>A text's first characters, with an ellipsis where some were left out.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length
            ? text
            // Half a surrogate pair is no character.
            : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    /// <summary>The character of a numeric reference; a replacement character for one that stands for none.</summary>
    internal static string Character(int code) =>
        code is >= 0x80 and < 0xA0 ? Windows1252[code - 0x80].ToString()
        : Rune.IsValid(code) && code != 0 ? new Rune(code).ToString()
        : "\ufffd";

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (
                c == ' '
                    ? before == ' '
                    : char.IsWhiteSpace(c) || c < ' ' || char.IsBetween(c, '\u007f', '\u009f')
            )
            {
                return false;
            }

            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    // A '<' ends at the next one: looking past it takes the square of the text's length.
    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
