using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// The short way: what is plainly UTF-8 and well-formed, as nearly all feeds are, is read from its bytes without making text of
/// the whole first. Well-formed text of other encodings goes it as well, written as UTF-8.
/// </summary>
internal static partial class FeedBytes
{
    /// <summary>Bytes before which a page would have shown that it is one.</summary>
    private const int PageReach = 2048;

    /// <summary>The feed; null for anything that needs the long way.</summary>
    public static FeedDocument? Read(ReadOnlyMemory<byte> body, Uri? address, string? charset)
    {
        if (
            body.Length > FeedParser.MaxCharacters
            || !EncodingEvidence.IsPlainlyUtf8(body.Span, charset, out var mark)
        )
        {
            return null;
        }

        body = body[mark..];
        var start = body.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (
            start < 0
            || body.Span[start] != '<'
            || !MemoryMarshal.TryGetArray(body[start..], out var bytes)
            || PageReader.IsPage(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Count, PageReach)]))
        )
        {
            return null;
        }

        var notes = new FeedNotes();
        if (ReadXml(bytes, address, notes) is not { } document)
        {
            return null;
        }

        FeedParser.NoteRepeatedIds(document.Items, notes);
        return document with { Encoding = Encoding.UTF8.WebName, Notes = notes.All };
    }

    /// <summary>The feed in a text that was decoded; null where it isn't plainly one.</summary>
    /// <param name="text">From its beginning on.</param>
    /// <param name="notes">Added to where there is a feed.</param>
    public static FeedDocument? Read(ReadOnlySpan<char> text, Uri? address, FeedNotes notes)
    {
        // XmlReader would believe that the bytes are still in what the text was decoded from.
        var declaration = "";
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var matches = Declaration().EnumerateMatches(text);
            if (!matches.MoveNext())
            {
                return null;
            }

            declaration = "<?xml version=\"1.0\"?>";
            text = text[matches.Current.Length..];
        }

        var bytes = ArrayPool<byte>.Shared.Rent(
            declaration.Length + Encoding.UTF8.GetMaxByteCount(text.Length)
        );
        try
        {
            var length = Encoding.UTF8.GetBytes(declaration, bytes);
            length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
            var own = new FeedNotes();
            var document =
                length > FeedParser.MaxCharacters
                    ? null
                    : ReadXml(new(bytes, 0, length), address, own);
            if (document is not null)
            {
                notes.Add(own);
            }

            return document;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static FeedDocument? ReadXml(ArraySegment<byte> bytes, Uri? address, FeedNotes notes)
    {
        try
        {
            using var aside = TextsAside.Of(bytes);
            var rest = aside?.Rest ?? bytes;
            using var stream = new MemoryStream(rest.Array!, rest.Offset, rest.Count);
            using var xml = XmlReader.Create(stream, FeedParser.Settings);
            var document = new FeedXml(xml, address, notes, aside).Read();
            return document.Format == FeedFormat.None ? null : document;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A declaration as nearly all are written, at the beginning.</summary>
    [GeneratedRegex(
        """\A<\?xml[ \t\r\n]+version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"[A-Za-z0-9._\-]+"|'[A-Za-z0-9._\-]+'))?(?:[ \t\r\n]+standalone=(?:"yes"|"no"))?[ \t\r\n]*\?>""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();
}
