using System.Buffers;
using System.Text;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// Bytes of a feed or a page → items: RSS 0.90 to 2.0, Atom, JSON Feed, EDGAR's Atom, and a page as one item. What can be read is
/// read; bad input gives notes, never an exception.
/// </summary>
public static class FeedParser
{
    /// <summary>Characters read of one document at most.</summary>
    public const int MaxCharacters = 8 * 1024 * 1024;

    /// <summary>Items read of one document at most.</summary>
    public const int MaxItems = 10_000;

    /// <summary>Characters of a title that are kept.</summary>
    public const int TitleLength = 500;

    /// <summary>Characters of a summary that are kept; a longer one is the item's text too.</summary>
    public const int SummaryLength = 2000;

    /// <summary>Characters of an address or id at most: browsers and servers stop there, and a stored column is no endless place.</summary>
    public const int AddressLength = 2048;

    /// <summary>Characters before a feed's first tag that may be something else: a warning that a script printed, a blank line.</summary>
    private const int LeadReach = 16 * 1024;

    internal static readonly XmlReaderSettings Settings = new()
    {
        // Old feeds name Netscape's document type. It is passed over: no entity is declared by it, no file fetched.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = MaxCharacters,
    };

    internal static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\ufeff\0");

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        ["<?xml", "<rss", "<feed", "<rdf:rdf", "<channel", "<atom:feed"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Reads a feed, or a page as one item.</summary>
    /// <param name="body">The bytes, unpacked.</param>
    /// <param name="address">Where they come from: what relative addresses are relative to. Null where that isn't known.</param>
    /// <param name="charset">What the server said their encoding is, or null.</param>
    public static FeedDocument Parse(
        ReadOnlyMemory<byte> body,
        Uri? address = null,
        string? charset = null
    )
    {
        if (FeedBytes.Read(body, address, charset) is { } wellFormed)
        {
            return wellFormed;
        }

        var notes = new FeedNotes();
        var text = FeedEncoding.Decode(body.Span, charset, notes, out var encoding);
        if (text.Length > MaxCharacters)
        {
            return Unreadable($"it has more than {MaxCharacters} characters.", encoding);
        }

        var document = Read(text, encoding == Encoding.UTF8.WebName, address, notes);
        NoteRepeatedIds(document.Items, notes);
        return document with
        {
            Encoding = encoding,
            Notes = document.Format == FeedFormat.None ? document.Notes : notes.All,
        };
    }

    /// <summary>Such items are kept, told apart by their addresses.</summary>
    internal static void NoteRepeatedIds(IReadOnlyList<FeedItem> items, FeedNotes notes)
    {
        var seen = new HashSet<string>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!seen.Add(item.Guid))
            {
                notes.Add($"The id {FeedNotes.Quote(item.Guid)} stands on more than one item.");
            }
        }
    }

    private static FeedDocument Read(string text, bool isUtf8, Uri? address, FeedNotes notes)
    {
        var start = text.AsSpan().IndexOfAnyExcept(Blank);
        if (start < 0)
        {
            return Unreadable("it is empty.");
        }

        if (text[start] is '{' or '[')
        {
            return JsonFeed.Read(text.AsSpan(start), address, notes);
        }

        if (PageReader.IsPage(text.AsSpan(start)))
        {
            return PageReader.Read(text.AsSpan(start), address, notes);
        }

        var lead = text.AsSpan(start, Math.Min(text.Length - start, LeadReach))
            .IndexOfAny(Beginnings);
        if (text[start] != '<')
        {
            if (lead < 0)
            {
                return Unreadable("it begins neither a feed nor a page.");
            }

            notes.Add($"Passed over {lead} characters before the feed begins.");
            start += lead;
        }

        return FeedCharacters.Read(text, start, isUtf8, address, notes);
    }

    internal static FeedDocument Unreadable(string why, string encoding = "") =>
        new([], [$"Not a feed that can be read: {why}"]) { Encoding = encoding };
}
