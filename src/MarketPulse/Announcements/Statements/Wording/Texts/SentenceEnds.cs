namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Tells signs that end a sentence.</summary>
internal static class SentenceEnds
{
    public static bool At(string text, int at, int start, int end) =>
        text[at] switch
        {
            '。' or '！' or '？' or '…' => true,
            '!' or '?' => at + 1 >= end || char.IsWhiteSpace(text[at + 1]) || text[at + 1] > 127,
            '.' => IsFullStop(text, at, start, end),
            '\n' => !LineEnds.GoOn(text, at, start, end),
            _ => false,
        };

    private static bool IsFullStop(string text, int at, int start, int end)
    {
        var next = at + 1;
        while (next < end && text[next] is '"' or '”' or '’' or ')' or '\'')
        {
            next++;
        }

        if (IsGlued(text, at, start, end))
        {
            return true;
        }

        if (next < end && !char.IsWhiteSpace(text[next]))
        {
            return text[next] >= '\u2e80' && !char.IsDigit(text[at - 1 >= start ? at - 1 : at]);
        }

        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        // "Corp. rose": a small letter goes on with the sentence.
        return next >= end
            || !(char.IsLower(text[next]) || AbbreviationStops.Are(text, at, start, next, end));
    }

    /// <summary>"On May 15.Shares of Nvidia", "rose 2%.The stock": pages that lost the blank behind a full stop.</summary>
    private static bool IsGlued(string text, int at, int start, int end) =>
        at - 2 >= start
        && at + 3 < end
        && char.IsAsciiLetterUpper(text[at + 1])
        && char.IsAsciiLetterLower(text[at + 2])
        && char.IsAsciiLetterLower(text[at + 3])
        && (
            char.IsAsciiDigit(text[at - 1])
            || text[at - 1] is '%' or ')'
            || (char.IsAsciiLetterLower(text[at - 1]) && char.IsAsciiLetterLower(text[at - 2]))
        );
}
