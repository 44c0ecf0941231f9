namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Joins what a line feed parts between two characters of Chinese.</summary>
internal static class JoinedLines
{
    /// <summary>18.12美⏎元: a sentence's line feed between two characters of Chinese is nothing.</summary>
    public static ReadOnlySpan<char> Of(string plain)
    {
        if (!plain.Contains('\n', StringComparison.Ordinal))
        {
            return plain;
        }

        var joined = plain.ToCharArray();
        for (var i = 1; i + 1 < joined.Length; i++)
        {
            if (joined[i] == '\n' && joined[i - 1] >= '\u2e80' && joined[i + 1] >= '\u2e80')
            {
                joined[i] = Pinyin.Nothing;
            }
        }

        return joined;
    }
}
