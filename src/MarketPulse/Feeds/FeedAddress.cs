namespace MarketPulse.Feeds;

/// <summary>Addresses as feeds write them → absolute http(s) ones.</summary>
internal static class FeedAddress
{
    /// <summary>The address that a base element or the document gives to relative ones below it.</summary>
    public static Uri? Base(Uri? outer, string? written) =>
        string.IsNullOrWhiteSpace(written) ? outer
        : TryResolve(outer, written, out var uri) && IsWeb(uri) ? uri
        : outer;

    /// <summary>Resolves an address; false for one that is none, or is relative to nothing.</summary>
    /// <param name="uri">Absolute, of any scheme.</param>
    public static bool TryResolve(
        Uri? against,
        string written,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri
    )
    {
        var text = Clean(written);
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            // Read alone this would be a file on some server's share.
            text = $"{against?.Scheme ?? "https"}:{text}";
        }

        // On Unix a path that begins with a slash counts as absolute, which no feed means.
        if (HasScheme(text) && Uri.TryCreate(text, UriKind.Absolute, out uri))
        {
            return true;
        }

        if (
            against is not null
            && text.Length > 0
            && Uri.TryCreate(text, UriKind.Relative, out var relative)
            && Uri.TryCreate(against, relative, out uri)
        )
        {
            return true;
        }

        uri = null;
        return false;
    }

    /// <summary>An address as it is written → the absolute http(s) one that is meant; null for one that is none.</summary>
    public static string? Web(Uri? against, string written) =>
        PlainAddress.Is(written) ? written
        : TryResolve(against, written, out var uri) && IsWeb(uri) ? uri.AbsoluteUri
        : null;

    /// <summary>Whether an address is one that is ever asked or shown.</summary>
    public static bool IsWeb(Uri uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "http" or "https", Host.Length: > 0 };

    /// <summary>Without the line breaks that templates put into addresses, nor the blanks beside them (WHATWG URL, section 4.4).</summary>
    private static string Clean(string written) =>
        written.AsSpan().IndexOfAny("\r\n\t") < 0
            ? written.Trim()
            : string.Concat(written.Split(Breaks, StringSplitOptions.TrimEntries));

    private static readonly char[] Breaks = ['\r', '\n', '\t'];

    private static bool HasScheme(string text)
    {
        var end = text.AsSpan().IndexOfAny(":/?#");
        return end > 0 && text[end] == ':' && char.IsAsciiLetter(text[0]);
    }
}
