using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace MarketPulse.Feeds;

/// <summary>A text of XML → what it says, in bytes.</summary>
internal static class EscapedText
{
    /// <summary>Bytes by which the place must be longer than the text: several are written at a time.</summary>
    public const int Slack = 32;

    /// <summary>What XML may not hold.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create([
        .. Enumerable
            .Range(0, ' ')
            .Where(b => b is not ('\t' or '\n' or '\r'))
            .Select(b => (byte)b),
    ]);

    /// <summary>Whether XmlReader would give bytes without entities as they are, but for line ends.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) =>
        !text.ContainsAny(Controls)
        && (
            Ascii.IsValid(text)
            // U+FFFE and U+FFFF are no characters; what else begins as they do is rare.
            || (Utf8.IsValid(text) && text.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF]) < 0)
        );

    /// <summary>Writes a text with its entities replaced and its line ends as they are, never longer than it was.</summary>
    /// <param name="text">UTF-8 without a tag.</param>
    /// <param name="place">Longer than the text by <see cref="Slack"/>; what lies behind what was written is undefined after.</param>
    /// <returns>
    /// Bytes written; 0 where there is anything in the text that XML doesn't know or treats in some other way, or nothing but white space.
    /// </returns>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> place)
    {
        if (!IsPlain(text))
        {
            return 0;
        }

        var (taken, written) = (0, 0);
        for (var block = 0; block < text.Length; block += Vector256<byte>.Count)
        {
            for (var entities = Ampersands(text[block..]); entities != 0; entities &= entities - 1)
            {
                var start = block + BitOperations.TrailingZeroCount(entities);
                Copy(text[taken..], start - taken, place[written..]);
                written += start - taken;
                var length = Entity(text[start..], place[written..], out var bytes);
                if (length == 0)
                {
                    return 0;
                }

                (taken, written) = (start + length, written + bytes);
            }
        }

        text[taken..].CopyTo(place[written..]);
        written += text.Length - taken;
        return place[..written].ContainsAnyExcept(" \t\r\n"u8) ? written : 0;
    }

    /// <summary>A bit for each '&amp;' among the first bytes: entities stand close, and a search for each takes longer than they do.</summary>
    private static uint Ampersands(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count)
        {
            Span<byte> padded = stackalloc byte[Vector256<byte>.Count];
            padded.Clear();
            text.CopyTo(padded);
            return Ampersands(padded);
        }

        return Vector256
            .Equals(Vector256.Create(text), Vector256.Create((byte)'&'))
            .ExtractMostSignificantBits();
    }

    private static void Copy(ReadOnlySpan<byte> text, int length, Span<byte> place)
    {
        if (length <= Vector128<byte>.Count && text.Length >= Vector128<byte>.Count)
        {
            // What is copied beyond the length is written over by what comes.
            Vector128.Create(text).CopyTo(place);
        }
        else
        {
            text[..length].CopyTo(place);
        }
    }

    /// <summary>Writes what an entity stands for.</summary>
    /// <param name="written">Bytes written.</param>
    /// <returns>The entity's length; 0 where it is none that XML knows, or stands for no character.</returns>
    private static int Entity(ReadOnlySpan<byte> text, Span<byte> place, out int written)
    {
        var (length, character) = text switch
        {
            [_, (byte)'l', (byte)'t', (byte)';', ..] => (4, '<'),
            [_, (byte)'g', (byte)'t', (byte)';', ..] => (4, '>'),
            [_, (byte)'a', (byte)'m', (byte)'p', (byte)';', ..] => (5, '&'),
            [_, (byte)'q', (byte)'u', (byte)'o', (byte)'t', (byte)';', ..] => (6, '"'),
            [_, (byte)'a', (byte)'p', (byte)'o', (byte)'s', (byte)';', ..] => (6, '\''),
            _ => (0, '\0'),
        };
        if (length == 0)
        {
            return Reference(text, place, out written);
        }

        place[0] = (byte)character;
        written = 1;
        return length;
    }

    private static int Reference(ReadOnlySpan<byte> text, Span<byte> place, out int written)
    {
        written = 0;
        var (format, start) = text.StartsWith("&#x"u8) ? ('x', 3) : ('D', 2);
        if (
            !text.StartsWith("&#"u8)
            || text.Length == start
            || !char.IsAsciiHexDigit((char)text[start])
            || !Utf8Parser.TryParse(text[start..], out uint code, out var digits, format)
            || !text[(start + digits)..].StartsWith(";"u8)
            // A carriage return that is written so stays one, unlike others.
            || code is (< ' ' and not ('\t' or '\n')) or 0xFFFE or 0xFFFF
            || !Rune.TryCreate(code, out var character)
        )
        {
            return 0;
        }

        written = character.EncodeToUtf8(place);
        return start + digits + 1;
    }
}
