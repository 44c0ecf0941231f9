using System.Text;

namespace MarketPulse.Feeds;

/// <summary>A page's item while it is read.</summary>
internal sealed class PageDraft(Uri? address)
{
    private const int MaxAlternates = 20;
    private const int MaxTitle = 4 * FeedParser.TitleLength;

    private readonly ItemDraft _item = new() { Base = address };
    private readonly List<string> _alternates = [];
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _heading = new();

    public void Tell(FeedField field, byte rank, string value) => _item.Tell(field, rank, value);

    public void Base(string written) => _item.Base = FeedAddress.Base(_item.Base, written);

    /// <summary>Text of the page's title, or of its first headings.</summary>
    public void Text(bool isHeading, ReadOnlySpan<char> text)
    {
        var to = isHeading ? _heading : _title;
        if (to.Length < MaxTitle)
        {
            to.Append(text[..Math.Min(text.Length, MaxTitle)]).Append(' ');
        }
    }

    public void Link(string rel, string type, string href)
    {
        if (rel.Equals("canonical", StringComparison.OrdinalIgnoreCase))
        {
            _item.Tell(FeedField.Link, 0, href);
        }
        else if (
            rel.Contains("alternate", StringComparison.OrdinalIgnoreCase)
            && IsFeedType(type)
            && _alternates.Count < MaxAlternates
        )
        {
            _alternates.Add(href);
        }
    }

    public void Meta(string name, string content)
    {
        switch (name.ToLowerInvariant())
        {
            case "og:title":
                _item.Tell(FeedField.Title, 0, content);
                break;
            case "og:url":
                _item.Tell(FeedField.Link, 1, content);
                break;
            case "description":
                _item.Tell(FeedField.Summary, 0, content);
                break;
            case "og:description" or "twitter:description":
                _item.Tell(FeedField.Summary, 1, content);
                break;
            case "article:published_time" or "og:published_time":
                _item.Tell(FeedField.Published, 1, content);
                break;
            case "datepublished"
            or "parsely-pub-date"
            or "sailthru.date"
            or "publish-date"
            or "publishdate":
                _item.Tell(FeedField.Published, 2, content);
                break;
            case "date" or "dc.date" or "dc.date.issued" or "dcterms.date" or "pubdate":
                _item.Tell(FeedField.Published, 3, content);
                break;
            case "article:modified_time" or "og:updated_time" or "datemodified":
                _item.Tell(FeedField.Updated, 1, content);
                break;
            case "author" or "parsely-author" or "dc.creator":
                _item.Tell(FeedField.Author, 1, content);
                break;
            case "article:tag":
                _item.Tell(FeedField.Category, 0, content);
                break;
        }
    }

    /// <summary>JSON-LD (schema.org): an article's dates and author.</summary>
    public void LinkedData(string json) => PageLinkedData.Read(json, Tell);

    public FeedDocument Finish(FeedNotes notes)
    {
        _item.Tell(FeedField.Title, 1, _title.ToString());
        _item.Tell(FeedField.Title, 2, _heading.ToString());
        _item.Tell(FeedField.Link, byte.MaxValue, address?.AbsoluteUri ?? "");
        if (!_item.HasWords)
        {
            return FeedParser.Unreadable("it is a page that says nothing of itself.");
        }

        var item = _item.Finish("", notes);
        var alternates = Alternates(
            FeedAddress.Base(_item.Base, item.Url.Length > 0 ? item.Url : null)
        );
        notes.Add(
            alternates.Count switch
            {
                0 => "This is a page, not a feed, and it names no feed.",
                1 => $"This is a page, not a feed; its feed is {alternates[0]}",
                _ => $"This is a page, not a feed; its feeds are {string.Join(" , ", alternates)}",
            }
        );
        return new([item], notes.All)
        {
            Format = FeedFormat.Page,
            Title = item.Title,
            Url = item.Url,
            Alternates = alternates,
        };
    }

    private List<string> Alternates(Uri? against) =>
        [.. _alternates.Select(href => FeedAddress.Web(against, href)).OfType<string>()];

    private static bool IsFeedType(string type) =>
        type.Contains("rss", StringComparison.OrdinalIgnoreCase)
        || type.Contains("atom", StringComparison.OrdinalIgnoreCase)
        || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase);
}
