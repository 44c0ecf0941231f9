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

    // A '<' ends at the next one: looking past it takes the square of the text's length.
    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
