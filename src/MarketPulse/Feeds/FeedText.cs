using System.Net;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>Feed text as a person reads it: no markup, no entities, white space folded.</summary>
public static partial class FeedText
{
    public static string Plain(string? text) =>
        string.IsNullOrEmpty(text)
            ? ""
            : Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(text, " ")), " ").Trim();

    /// <summary>A text's first characters, with an ellipsis where some were left out.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length
            ? text
            // Half a surrogate pair is no character.
            : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    // A '<' ends at the next one: looking past it takes the square of the text's length.
    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
