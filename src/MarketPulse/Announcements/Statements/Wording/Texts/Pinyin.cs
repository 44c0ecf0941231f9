using System.Collections.Frozen;

namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Tells readings that copied pages put behind single characters: 財新網(wǎng), 報(bào)收.</summary>
internal static class Pinyin
{
    /// <summary>What stands in for a reading: no word, and passed over within one.</summary>
    public const char Nothing = '\0';

    /// <summary>The longest reading (zhuǎng).</summary>
    private const int Longest = 6;

    private static readonly FrozenSet<string> Toneless = FrozenSet.Create(
        StringComparer.Ordinal,
        "de",
        "le",
        "me",
        "men",
        "ge",
        "ne",
        "ma",
        "guo",
        "zhe"
    );

    /// <summary>Overwrites the readings, brackets included.</summary>
    public static void Blank(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (
                text[i] is '(' or '（'
                && text[i - 1] >= '\u2e80'
                && Length(text[(i + 1)..]) is var length and > 0
            )
            {
                plain.Slice(i, length + 2).Clear();
                i += length + 1;
            }
        }
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        var (end, toned) = (0, false);
        while (
            end < text.Length && end < Longest && char.IsLower(text[end]) && text[end] < '\u0200'
        )
        {
            toned |= text[end] > 127;
            end++;
        }

        return
            end > 0
            && end < text.Length
            && text[end] is ')' or '）'
            && (toned || Toneless.Contains(text[..end].ToString()))
            ? end
            : 0;
    }
}
