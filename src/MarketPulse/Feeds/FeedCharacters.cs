using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>The long way: text that was decoded, read as XML, and mended first where it isn't well formed.</summary>
internal static class FeedCharacters
{
    private static readonly XmlReaderSettings RepairedSettings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        XmlResolver = null,
        IgnoreWhitespace = true,
    };

    /// <summary>The feed, or a document without items whose note says why there is none.</summary>
    /// <param name="start">Where in the text it begins.</param>
    /// <param name="isUtf8">Whether it was decoded from UTF-8: then the short way didn't lead to its end.</param>
    public static FeedDocument Read(
        string text,
        int start,
        bool isUtf8,
        Uri? address,
        FeedNotes notes
    )
    {
        var document =
            (isUtf8 ? null : FeedBytes.Read(text.AsSpan(start), address, notes))
            ?? Whole(text, start, address, notes)
            ?? Mended(text, start, address, notes);
        return document.Format == FeedFormat.None ? document : document with { Notes = notes.All };
    }

    /// <summary>Null where it isn't well formed, which a note says.</summary>
    private static FeedDocument? Whole(string text, int start, Uri? address, FeedNotes notes)
    {
        var own = new FeedNotes();
        try
        {
            using var reader = XmlReader.Create(Reader(text, start), FeedParser.Settings);
            var document = new FeedXml(reader, address, own).Read();
            notes.Add(own);
            return Feed(document);
        }
        catch (XmlException error)
        {
            notes.Add($"Not well-formed XML, read as well as it can be: {error.Message}");
            return null;
        }
    }

    private static FeedDocument Mended(string text, int start, Uri? address, FeedNotes notes)
    {
        var repaired = XmlRepair.Run(text.AsSpan(start), out var isCutOff);
        if (isCutOff)
        {
            notes.Add("It is cut off; a title or address in which it ends was left out.");
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(repaired), RepairedSettings);
            var document = new FeedXml(reader, address, notes).Read() with { IsCutOff = isCutOff };
            return isCutOff && !document.Items.Any(i => i.Title.Length + i.Summary.Length > 0)
                ? FeedParser.Unreadable("it is cut off before its first whole item.")
                : Feed(document);
        }
        catch (XmlException beyondRepair)
        {
            return FeedParser.Unreadable(beyondRepair.Message);
        }
    }

    private static FeedDocument Feed(FeedDocument document) =>
        document.Format == FeedFormat.None
            ? FeedParser.Unreadable("it is neither RSS nor Atom.")
            : document;

    private static StringReader Reader(string text, int start)
    {
        // Reading from a place in the string rather than from a copy of the rest.
        var reader = new StringReader(text);
        for (var i = 0; i < start; i++)
        {
            _ = reader.Read();
        }

        return reader;
    }
}
