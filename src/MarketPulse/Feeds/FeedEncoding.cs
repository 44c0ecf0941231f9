using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Feeds;

/// <summary>
/// Bytes → text. A byte order mark decides; then text that is plainly UTF-8, whatever it is declared as; then the server's charset,
/// then the document's own declaration. What nothing fits is read as Windows-1252, in which every byte is some character.
/// </summary>
internal static partial class FeedEncoding
{
    /// <summary>
    /// Characters of several bytes from which on bytes that are valid UTF-8 are taken for it against a declaration. Text of
    /// another encoding passes for one such character now and then, hardly ever for this many and no wrong one.
    /// </summary>
    private const int EvidentCharacters = 4;

    private const int DeclarationReach = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(true, false);

    /// <summary>Whether bytes are UTF-8 by all that is said of them, which leaves nothing to weigh; a mark may stand before them.</summary>
    /// <param name="charset">What the server says, or null.</param>
    /// <param name="mark">The mark's length.</param>
    public static bool IsPlainlyUtf8(ReadOnlySpan<byte> body, string? charset, out int mark)
    {
        if ((Mark(body, out mark) ?? Encoding.UTF8).CodePage != Encoding.UTF8.CodePage)
        {
            return false;
        }

        var declared = Declared(body);
        return (charset is null || IsUtf8(charset))
            && (declared is null || IsUtf8(declared))
            && Shape(body) is null
            && (
                mark > 0
                || (charset ?? declared) is not null
                || (IsUtf8(body, out var characters) && characters is 0 or >= EvidentCharacters)
            );
    }

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <param name="charset">What the server says, or null.</param>
    /// <param name="name">The encoding that was used, by its IANA name.</param>
    public static string Decode(
        ReadOnlySpan<byte> body,
        string? charset,
        FeedNotes notes,
        out string name
    )
    {
        if (Mark(body, out var marked) is { } mark)
        {
            name = mark.WebName;
            return mark.GetString(body[marked..]);
        }

        if (Shape(body) is { } wide)
        {
            name = wide.WebName;
            return wide.GetString(body);
        }

        var declared = Declared(body);
        var isUtf8 = IsUtf8(body, out var characters);
        if (isUtf8 && (characters == 0 || characters >= EvidentCharacters))
        {
            Differing(charset, declared, characters, notes);
            name = "utf-8";
            return Encoding.UTF8.GetString(body);
        }

        foreach (var candidate in (string?[])[charset, declared])
        {
            if (Find(candidate) is not { } encoding)
            {
                continue;
            }

            if (TryDecode(encoding, body) is { } text)
            {
                name = encoding.WebName;
                return text;
            }

            notes.Add($"It is declared as {candidate} but its bytes aren't.");
        }

        if (isUtf8)
        {
            name = "utf-8";
            return Encoding.UTF8.GetString(body);
        }

        // A stray byte in what is UTF-8 otherwise costs one character, not the text.
        if (Find(charset ?? declared) is { CodePage: 65001 } or null && characters > 20)
        {
            notes.Add("Some bytes are not valid UTF-8; each stands as \ufffd.");
            name = "utf-8";
            return Encoding.UTF8.GetString(body);
        }

        if ((charset ?? declared) is null && ChineseBytes.AreLikely(body))
        {
            notes.Add("It declares no encoding; by its bytes it is read as gb18030.");
            name = "gb18030";
            return CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetString(body);
        }

        var last = Find(charset) ?? Find(declared);
        var fallback = last is { IsSingleByte: false, CodePage: not 65001 } ? last : Windows1252;
        notes.Add($"Its encoding isn't declared rightly; it is read as {fallback.WebName}.");
        name = fallback.WebName;
        return fallback.GetString(body);
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding? Mark(ReadOnlySpan<byte> body, out int length)
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
    private static Encoding? Shape(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0, 0, 0, (byte)'<' or (byte)'{', ..] => Utf32BigEndian,
            [(byte)'<' or (byte)'{', 0, 0, 0, ..] => Encoding.UTF32,
            [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
            [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
            [0x4C, 0x6F, 0xA7, 0x94, ..] => CodePagesEncodingProvider.Instance.GetEncoding(37),
            _ => null,
        };

    private static bool IsUtf8(ReadOnlySpan<byte> body, out int characters)
    {
        characters = 0;
        var rest = body;
        while (true)
        {
            var next = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                return true;
            }

            rest = rest[next..];
            if (Rune.DecodeFromUtf8(rest, out _, out var read) != OperationStatus.Done)
            {
                // A document cut off by a limit may end in the middle of a character.
                return read == rest.Length && read < 4 && characters > 0;
            }

            characters++;
            rest = rest[read..];
        }
    }

    /// <summary>The encoding that an XML declaration or a page's meta element names, as it is written.</summary>
    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, DeclarationReach)]);
        var match = Declaration().Match(start);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Find(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        // What the web means by these labels (WHATWG Encoding Standard, section 4.2).
        var known = label switch
        {
            null or "" => null,
            "utf8" or "us-ascii" or "ascii" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "latin1" or "iso_8859-1" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" => "gb18030",
            "sjis" or "shift-jis" or "x-sjis" or "ms_kanji" or "cp932" => "shift_jis",
            "big5-hkscs" => "big5",
            "ks_c_5601-1987" or "euc_kr" or "uhc" => "euc-kr",
            // A document that could be read as ASCII up to here is in neither of these.
            "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "u16" or "utf_16" => "utf-8",
            _ => label.StartsWith("cp125", StringComparison.Ordinal)
                ? "windows-" + label[2..]
                : label,
        };
        if (known is null)
        {
            return null;
        }

        if (CodePagesEncodingProvider.Instance.GetEncoding(known) is { } page)
        {
            return page;
        }

        try
        {
            // UTF-7 is refused here, as it should be.
            return known == "utf-7" ? null : Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> body)
    {
        var strict = encoding.CodePage == 65001 ? StrictUtf8 : (Encoding)encoding.Clone();
        if (encoding.CodePage != 65001)
        {
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        }

        try
        {
            return strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static void Differing(
        string? charset,
        string? declared,
        int characters,
        FeedNotes notes
    )
    {
        if (characters > 0 && (Find(charset) ?? Find(declared)) is { CodePage: not 65001 } other)
        {
            notes.Add($"It is declared as {other.WebName} but its bytes are UTF-8.");
        }
    }

    [GeneratedRegex(
        """(?:<\?xml[^>]*?encoding|<meta[^>]*?charset)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();
}
