namespace MarketPulse.Announcements;

/// <summary>Whether a text names a company.</summary>
internal static class Relevance
{
    /// <summary>Whether a name stands in a text as a word of its own; Chinese names need no spaces around them.</summary>
    public static bool Names(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal)
        )
        {
            var before = at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);
            var end = at + name.Length;
            if (before && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
