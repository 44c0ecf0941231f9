namespace MarketPulse.Announcements.Articles;

/// <summary>Whether a sentence ends at a character.</summary>
internal static class SentenceEnd
{
    private static readonly string[] Abbreviations = [.. CommonAbbreviations.All, "calif"];

    public static bool Is(string text, int index) =>
        text[index] switch
        {
            '\n' or '。' or '!' or '?' or '；' or '…' => true,
            ';' => true,
            '.' => IsFullStop(text, index),
            _ => false,
        };

    private static bool IsFullStop(string text, int index)
    {
        var next = index + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && text[next] is ' ')
        {
            next++;
        }

        if (next < text.Length && char.IsLower(text[next]))
        {
            return false;
        }

        var word = index;
        while (word > 0 && index - word < 8 && char.IsAsciiLetter(text[word - 1]))
        {
            word--;
        }

        // "U.S." and "J. Huang": a single capital is no sentence's last word.
        var last = text.AsSpan(word, index - word);
        if (last.Length == 1 && char.IsAsciiLetterUpper(last[0]))
        {
            return false;
        }

        foreach (var abbreviation in Abbreviations)
        {
            if (last.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
