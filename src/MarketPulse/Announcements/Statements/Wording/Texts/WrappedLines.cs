namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Tells lines of Chinese that an agency broke at a fixed width (中央社), mid-word and mid-figure.</summary>
internal static class WrappedLines
{
    /// <summary>The narrowest and the widest such line; a character of Chinese takes two places.</summary>
    private const int Narrowest = 34;
    private const int Widest = 100;

    /// <summary>By how much full lines differ: no line begins with a comma, and no number is broken.</summary>
    private const int Ragged = 7;

    /// <summary>Whether the text goes on behind a line feed: two full lines meet here or right before, and no sentence ends.</summary>
    public static bool GoOn(string text, int feed)
    {
        var own = Before(text, feed);
        var next = Behind(text, feed);
        if (!IsFull(own) || next.IsEmpty || !Continues(next))
        {
            return false;
        }

        var start = feed - own.Length;
        var before = start > 0 ? Before(text, start - 1) : [];
        return AreAlike(before, own) || (AreAlike(own, next) && IsFull(next));
    }

    private static bool AreAlike(ReadOnlySpan<char> line, ReadOnlySpan<char> other) =>
        Width(line) is >= Narrowest and <= Widest && Math.Abs(Width(line) - Width(other)) <= Ragged;

    private static bool IsFull(ReadOnlySpan<char> line) =>
        Width(line) is >= Narrowest and <= Widest
        && line.IndexOfAnyInRange('\u4e00', '\u9fff') >= 0
        && (char.IsLetterOrDigit(line[^1]) || line[^1] is ',' or '，' or '、' or '%' or '％');

    private static bool Continues(ReadOnlySpan<char> line) =>
        char.IsLetterOrDigit(line[0]) && line.IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;

    private static ReadOnlySpan<char> Before(string text, int feed)
    {
        var from = feed > 0 ? text.LastIndexOf('\n', feed - 1) + 1 : 0;
        return Capped(text.AsSpan(from, feed - from));
    }

    private static ReadOnlySpan<char> Behind(string text, int feed)
    {
        var rest = text.AsSpan(feed + 1);
        rest = rest[..Math.Min(rest.Length, Widest + 2)];
        var end = rest.IndexOf('\n');
        return Capped(end < 0 ? rest : rest[..end]);
    }

    /// <summary>None where it is no such line.</summary>
    private static ReadOnlySpan<char> Capped(ReadOnlySpan<char> line) =>
        line.Length > Widest || line.IsWhiteSpace() ? [] : line.TrimEnd("\r");

    private static int Width(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line)
        {
            width += c >= '\u2e80' ? 2 : 1;
        }

        return width;
    }
}
