using System.Text;

namespace MarketPulse.Feeds;

/// <summary>Encodings that show in a text's first bytes.</summary>
internal static class EncodingMarks
{
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(true, false);

    /// <summary>The encoding that a byte order mark tells; null without one.</summary>
    /// <param name="length">The mark's length; 0 without one.</param>
    public static Encoding? Mark(ReadOnlySpan<byte> body, out int length)
    {
        (Encoding? encoding, length) = body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (default(Encoding), 0),
        };
        return encoding;
    }

    /// <summary>Wide encodings without a mark, by how a '&lt;' or '{' and the ASCII after it lie (XML 1.0, appendix F).</summary>
    public static Encoding? Shape(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0, 0, 0, (byte)'<' or (byte)'{', ..] => Utf32BigEndian,
            [(byte)'<' or (byte)'{', 0, 0, 0, ..] => Encoding.UTF32,
            [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
            [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
            [0x4C, 0x6F, 0xA7, 0x94, ..] => CodePagesEncodingProvider.Instance.GetEncoding(37),
            _ => null,
        };
}
