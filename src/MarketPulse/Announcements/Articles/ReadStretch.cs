namespace MarketPulse.Announcements.Articles;

/// <summary>How much of a text is read: its first characters, of them the first lines, of these what holds so many figures. Pure.</summary>
/// <remarks>
/// Work grows with lines and figures, not with characters alone: each is held against what stands around it.
/// </remarks>
internal static class ReadStretch
{
    /// <summary>More digits in a row are no number that anybody writes; the rest counts as another one.</summary>
    private const int LongestFigure = 32;

    /// <summary>Where reading ends: an index into the text (exclusive).</summary>
    /// <param name="notes">Takes what was left out.</param>
    public static int End(string text, List<string> notes)
    {
        var characters = Math.Min(text.Length, ArticleReader.MaxCharacters);
        var lines = LinesEnd(text, characters);
        var end = FiguresEnd(text, lines);
        if (end < lines)
        {
            notes.Add(
                $"Only the first {ArticleReader.MaxFigures} figures were read: {end} of {text.Length} characters."
            );
        }
        else if (end < characters)
        {
            notes.Add(
                $"Only the first {ArticleReader.MaxLines} lines were read: {end} of {text.Length} characters."
            );
        }
        else if (end < text.Length)
        {
            notes.Add($"Only the first {end} of {text.Length} characters were read.");
        }

        return end;
    }

    private static int LinesEnd(string text, int end)
    {
        var at = -1;
        for (var lines = 0; lines < ArticleReader.MaxLines; lines++)
        {
            var next = text.AsSpan(at + 1, end - at - 1).IndexOf('\n');
            if (next < 0)
            {
                return end;
            }

            at += next + 1;
        }

        return at + 1;
    }

    private static int FiguresEnd(string text, int end)
    {
        var figures = 0;
        for (var i = 0; i < end; )
        {
            var length = FigureAt(text.AsSpan(i, Math.Min(LongestFigure, end - i)));
            if (length > 0 && ++figures > ArticleReader.MaxFigures)
            {
                return i;
            }

            i += Math.Max(1, length);
        }

        return end;
    }

    /// <summary>The length of the figure that a text begins with, its commas and one point included; 0 where it begins with none.</summary>
    private static int FigureAt(ReadOnlySpan<char> text)
    {
        var (length, hasPoint) = (0, false);
        while (length < text.Length)
        {
            if (!IsDigit(text[length]))
            {
                var isInside =
                    length > 0
                    && (text[length] is ',' || (text[length] is '.' && !hasPoint))
                    && length + 1 < text.Length
                    && IsDigit(text[length + 1]);
                if (!isInside)
                {
                    break;
                }

                hasPoint |= text[length] is '.';
            }

            length++;
        }

        return length;
    }

    private static bool IsDigit(char c) =>
        c < '\u2E80'
            ? char.IsAsciiDigit(c)
            : c
                is (>= '０' and <= '９')
                    or '零'
                    or '〇'
                    or '一'
                    or '二'
                    or '三'
                    or '四'
                    or '五'
                    or '六'
                    or '七'
                    or '八'
                    or '九'
                    or '十'
                    or '百'
                    or '千'
                    or '万'
                    or '萬'
                    or '亿'
                    or '億'
                    or '两'
                    or '兩'
                    // 明年 names a year as 2026年 does.
                    or '年';
}
