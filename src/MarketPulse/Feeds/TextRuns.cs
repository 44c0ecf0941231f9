using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketPulse.Feeds;

/// <summary>What markup mostly consists of, taken as a whole: tags, and words of printable ASCII.</summary>
internal static class TextRuns
{
    /// <summary>Characters that are looked at together.</summary>
    private const int Width = 8;

    /// <summary>The length of the tag that a '&lt;' begins; 0 where none ends it before the next one.</summary>
    public static int Tag(ReadOnlySpan<char> text)
    {
        // Most tags end soon; an address in one is searched over.
        var end = 1;
        while (end < text.Length && end <= Width && text[end] is not ('<' or '>'))
        {
            end++;
        }

        if (end > Width)
        {
            var rest = text[end..].IndexOfAny('<', '>');
            end = rest < 0 ? text.Length : end + rest;
        }

        return end < text.Length && text[end] == '>' ? end + 1 : 0;
    }

    /// <summary>Copies words with single blanks between, up to a tag, an entity or any other character.</summary>
    /// <param name="text">From a word's beginning on.</param>
    /// <param name="place">What lies behind what was copied is undefined after.</param>
    /// <returns>Characters copied, at least one; the last may be a blank.</returns>
    public static int CopyWords(ReadOnlySpan<char> text, Span<char> place)
    {
        var taken = 0;
        while (text.Length - taken >= Width && place.Length - taken >= Width)
        {
            var characters = Vector128.Create<ushort>(
                MemoryMarshal.Cast<char, ushort>(text.Slice(taken, Width))
            );
            var blanks = Vector128
                .Equals(characters, Vector128.Create((ushort)' '))
                .ExtractMostSignificantBits();
            var others =
                Vector128.GreaterThan(
                    characters - Vector128.Create((ushort)' '),
                    Vector128.Create((ushort)('~' - ' '))
                )
                | Vector128.Equals(characters, Vector128.Create((ushort)'<'))
                | Vector128.Equals(characters, Vector128.Create((ushort)'&'));
            var stops = others.ExtractMostSignificantBits() | (blanks & (blanks << 1));
            // What is copied beyond the first of them is written over by what comes.
            characters.CopyTo(MemoryMarshal.Cast<char, ushort>(place.Slice(taken, Width)));
            taken += BitOperations.TrailingZeroCount(stops | (1u << Width));
            if (stops != 0 || text[taken - 1] == ' ')
            {
                return taken;
            }
        }

        while (taken < text.Length && taken < place.Length && IsWord(text[taken]))
        {
            place[taken] = text[taken];
            taken++;
        }

        return taken;
    }

    /// <summary>Whether a character is printable ASCII without a meaning in markup.</summary>
    public static bool IsWord(char c) => c is > ' ' and < '\u007f' and not ('<' or '&');
}
