using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using MarketPulse.Feeds;

namespace MarketPulse.Announcements.Articles;

/// <summary>Bytes → text, by byte order mark, then UTF-8 where it holds, then what is declared, then what the bytes look like.</summary>
/// <remarks>
/// UTF-8 comes before a declared charset because text of another encoding hardly ever is valid UTF-8, while pages whose
/// declaration is wrong are common. Undecodable bytes become U+FFFD; nothing throws.
/// </remarks>
internal static partial class TextEncoding
{
    private const int HeadLength = 2048;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>The text without its mark, and the encoding's name where it isn't UTF-8.</returns>
    public static (string Text, string? Encoding) Decode(
        ReadOnlySpan<byte> bytes,
        string? contentType
    )
    {
        if (EncodingMarks.Mark(bytes, out var length) is { } marked)
        {
            return (
                marked.GetString(bytes[length..]),
                marked is UTF8Encoding ? null : marked.WebName
            );
        }

        if (WithoutMark(bytes) is { } wide)
        {
            return (wide.GetString(bytes), wide.WebName);
        }

        try
        {
            return (StrictUtf8.GetString(Whole(bytes)), null);
        }
        catch (DecoderFallbackException) { }

        var chosen = Declared(contentType) ?? Declared(Head(bytes)) ?? Likeliest(bytes);
        return (chosen.GetString(bytes), chosen is UTF8Encoding ? null : chosen.WebName);
    }

    /// <summary>UTF-16 without a mark: every other byte of Latin text is zero.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [not 0, 0, not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>The bytes without a character cut off at their end.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes)
    {
        var lead = bytes.Length - 1;
        while (lead > 0 && lead > bytes.Length - 4 && (bytes[lead] & 0xC0) == 0x80)
        {
            lead--;
        }

        var length =
            lead < 0 ? 1
            : bytes[lead] >= 0xF0 ? 4
            : bytes[lead] >= 0xE0 ? 3
            : bytes[lead] >= 0xC0 ? 2
            : 1;
        return lead >= 0 && lead + length > bytes.Length && length > 1 ? bytes[..lead] : bytes;
    }

    private static string Head(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(HeadLength, bytes.Length)]);

    private static Encoding? Declared(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var name =
            MediaTypeHeaderValue.TryParse(text, out var type) && type.CharSet is { } charset
                ? charset.Trim('"')
            : CharsetName().Match(text) is { Success: true } match ? match.Groups[1].Value
            : null;
        // What UTF-8 could not be is not UTF-8, whatever it says.
        return EncodingNames.Find(name) is { } named and not UTF8Encoding ? named : null;
    }

    /// <summary>Bytes that only few errors spoil stay UTF-8; others are what they look like, or a Western page's.</summary>
    private static Encoding Likeliest(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(DetectedEncoding.Reach, bytes.Length)]);
        var wide = text.Count(c => c >= 0x80);
        return text.Count(c => c == '\uFFFD') * 4 <= wide
            ? Encoding.UTF8
            : DetectedEncoding.Of(bytes) ?? EncodingNames.Find("windows-1252")!;
    }

    [GeneratedRegex(
        """(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CharsetName();
}
