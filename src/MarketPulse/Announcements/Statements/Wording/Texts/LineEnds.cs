using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Tells ends of lines that a sentence goes on behind.</summary>
internal static class LineEnds
{
    /// <summary>A line at least this long that ends without a full stop is taken for a wrapped one.</summary>
    private const int WrappedLine = 50;

    public static bool Wrap(string text, TextSpan line, int last, TextSpan next) =>
        line.Length >= WrappedLine
        && char.IsLower(text[next.Start])
        && text[last] is not ('.' or ':' or '|' or ';' or '!' or '?' or '。');

    public static bool GoOn(string text, int at, int start, int end)
    {
        var last = at - 1;
        while (last >= start && text[last] is ' ' or '\r' or '\t')
        {
            last--;
        }

        if (at + 1 < end && WrappedLines.GoOn(text, at))
        {
            return true;
        }

        if (last < start || at + 1 >= end || text[last] is '.' or ':' or '|' or '。')
        {
            return false;
        }

        if (text[last] == ',' && at + 1 < end && text[at + 1] is not ('\n' or '\r'))
        {
            // "Nvidia\nNVDA,\nshares rose": pages that set a ticker apart.
            return true;
        }

        if (last - start < WrappedLine)
        {
            return false;
        }

        // What goes on a wrapped line begins neither a paragraph nor a list's item.
        return char.IsLower(text[at + 1])
            || (
                char.IsLetter(text[last])
                && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '$')
            );
    }
}
