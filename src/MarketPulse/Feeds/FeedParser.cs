using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace MarketPulse.Feeds;

/// <summary>Bytes of an RSS 2.0 or Atom 1.0 document → items. Bad input gives notes, never an exception.</summary>
public static class FeedParser
{
    /// <summary>Characters read of one document at most.</summary>
    public const long MaxCharacters = 8 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        // A feed has no business declaring entities: neither expansion bombs nor outside files.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
    };

    /// <summary>Reads a feed.</summary>
    public static FeedDocument Parse(ReadOnlyMemory<byte> body)
    {
        SyndicationFeed feed;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), Settings);
            SyndicationFeedFormatter[] formats =
            [
                new Rss20FeedFormatter { UriParser = ReadUri },
                new Atom10FeedFormatter { UriParser = ReadUri },
            ];
            var format =
                formats.FirstOrDefault(f => f.CanRead(reader))
                ?? throw new XmlException($"<{reader.Name}> begins neither RSS nor Atom.");
            format.ReadFrom(reader);
            feed = format.Feed;
        }
        catch (Exception error) when (error is XmlException or FormatException or ArgumentException)
        {
            return new([], [$"Not a feed that can be read: {error.Message}"]);
        }

        var (items, notes) = (new List<FeedItem>(), new List<string>());
        foreach (var item in feed.Items)
        {
            var title = FeedText.Plain(item.Title?.Text);
            var url = Address(item);
            var guid = string.IsNullOrWhiteSpace(item.Id) ? url : item.Id.Trim();
            if (title.Length == 0 || guid.Length == 0)
            {
                notes.Add(
                    $"Skipped an item without {(title.Length == 0 ? "a title" : "an address or id")}: '{(title.Length == 0 ? guid : title)}'."
                );
                continue;
            }

            var published = Published(item);
            if (published is null)
            {
                notes.Add(
                    $"'{title}' has no date that can be read; it counts from when it is first seen."
                );
            }

            items.Add(
                new(
                    guid,
                    url,
                    title,
                    Summary(item),
                    published,
                    [.. item.Categories.Select(c => c.Name)]
                )
            );
        }

        return new(items, notes);
    }

    /// <summary>An address that is none becomes an empty one, which no item keeps: one bad link mustn't cost the feed.</summary>
    private static bool ReadUri(XmlUriData data, out Uri uri)
    {
        uri = Uri.TryCreate(data.UriString, data.UriKind, out var read)
            ? read
            : new Uri("", UriKind.Relative);
        return true;
    }

    private static string Address(SyndicationItem item) =>
        item.Links.Where(link => link.RelationshipType is null or "alternate")
            .Select(link => link.GetAbsoluteUri() ?? link.Uri)
            .FirstOrDefault(uri => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" })
            ?.AbsoluteUri
        ?? "";

    private static string Summary(SyndicationItem item) =>
        FeedText.Plain(
            item.Summary?.Text
                ?? (item.Content as TextSyndicationContent)?.Text
                ?? item.ElementExtensions.FirstOrDefault(e =>
                        e
                            is {
                                OuterName: "encoded",
                                OuterNamespace: "http://purl.org/rss/1.0/modules/content/"
                            }
                    )
                    // Some write its markup unescaped, which is no plain string.
                    ?.GetObject<XElement>()
                    .Value
        );

    private static DateTimeOffset? Published(SyndicationItem item)
    {
        try
        {
            // Atom requires "updated" and makes "published" optional; EDGAR gives only the former.
            var date = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return date == default ? null : date.ToUniversalTime();
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
