using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// The short way: what is plainly UTF-8 and well-formed, as nearly all feeds are, is read from its bytes without making text of
/// the whole first.
/// </summary>
internal static class FeedBytes
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

        try
        {
            using var aside = TextsAside.Of(bytes);
            return Read(aside?.Rest ?? bytes, address, aside);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static FeedDocument? Read(ArraySegment<byte> bytes, Uri? address, TextsAside? aside)
    {
        var notes = new FeedNotes();
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count);
        using var xml = XmlReader.Create(stream, FeedParser.Settings);
        var document = new FeedXml(xml, address, notes, aside).Read();
        FeedParser.NoteRepeatedIds(document.Items, notes);
        return document.Format == FeedFormat.None
            ? null
            : document with
            {
                Encoding = Encoding.UTF8.WebName,
                Notes = notes.All,
            };
    }
}
