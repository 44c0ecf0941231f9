using System.Text;

namespace MarketPulse.Feeds;

/// <summary>
/// Bytes → text. A byte order mark decides; then text that is plainly UTF-8, whatever it is declared as; then the server's charset,
/// then the document's own declaration, then what the bytes look like. What nothing fits is read as Windows-1252, in which every byte is some character.
/// </summary>
internal static class FeedEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="charset">What the server says, or null.</param>
    /// <param name="name">The encoding that was used, by its IANA name.</param>
    public static string Decode(
        ReadOnlySpan<byte> body,
        string? charset,
        FeedNotes notes,
        out string name
    )
    {
        if (EncodingMarks.Mark(body, out var marked) is { } mark)
        {
            name = mark.WebName;
            return mark.GetString(body[marked..]);
        }

        if (EncodingMarks.Shape(body) is { } wide)
        {
            name = wide.WebName;
            return wide.GetString(body);
        }

        var declared = EncodingEvidence.Declared(body);
        var isUtf8 = EncodingEvidence.IsUtf8(body, out var characters);
        if (isUtf8 && (characters == 0 || characters >= EncodingEvidence.EvidentCharacters))
        {
            Differing(charset, declared, characters, notes);
            name = "utf-8";
            return Encoding.UTF8.GetString(body);
        }

        foreach (var candidate in (string?[])[charset, declared])
        {
            if (EncodingNames.Find(candidate) is not { } encoding)
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
        if (
            EncodingNames.Find(charset ?? declared) is { CodePage: 65001 } or null
            && characters > 20
        )
        {
            notes.Add("Some bytes are not valid UTF-8; each stands as \ufffd.");
            name = "utf-8";
            return Encoding.UTF8.GetString(body);
        }

        if (DetectedEncoding.Of(body) is { } detected)
        {
            name = detected.WebName;
            notes.Add(
                (charset ?? declared) is null
                    ? $"It declares no encoding; by its bytes it is read as {name}."
                    : $"By its bytes it is read as {name}."
            );
            return detected.GetString(body);
        }

        var last = EncodingNames.Find(charset) ?? EncodingNames.Find(declared);
        var fallback = last is { IsSingleByte: false, CodePage: not 65001 } ? last : Windows1252;
        notes.Add($"Its encoding isn't declared rightly; it is read as {fallback.WebName}.");
        name = fallback.WebName;
        return fallback.GetString(body);
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> body)
    {
        if (encoding.CodePage == 1252 && !body.ContainsAnyInRange((byte)0x80, (byte)0x9F))
        {
            // The two differ there alone, and this one takes many bytes at a time.
            return Encoding.Latin1.GetString(body);
        }

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
        if (
            characters > 0
            && (EncodingNames.Find(charset) ?? EncodingNames.Find(declared))
                is { CodePage: not 65001 } other
        )
        {
            notes.Add($"It is declared as {other.WebName} but its bytes are UTF-8.");
        }
    }
}
