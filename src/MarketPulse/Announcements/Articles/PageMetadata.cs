using System.Text;
using System.Text.Json;

namespace MarketPulse.Announcements.Articles;

/// <summary>What a page says of itself besides its prose: meta tags, JSON-LD, the canonical address.</summary>
internal sealed class PageMetadata
{
    private const int LongestScript = 512 * 1024;
    private const int Deepest = 12;

    /// <summary>A longer one is no headline; its beginning has to do.</summary>
    private const int LongestTitle = 300;

    private static readonly string[] DateNames =
    [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "date",
    ];

    private readonly StringBuilder _captured = new();
    private string? _capturing;
    private string? _graphTitle;
    private string? _documentTitle;
    private string? _headline;
    private int _dateRank = int.MaxValue;

    /// <summary>By the most telling source that has a readable date.</summary>
    public WrittenDate? Published { get; private set; }

    public Uri? CanonicalUrl { get; private set; }

    public void Open(PageTag tag)
    {
        switch (tag.Name)
        {
            case "title" when _documentTitle is null:
                _capturing = "title";
                break;
            case "script" when tag["type"].Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                _capturing = "script";
                break;
            case "link"
                when tag["rel"].Equals("canonical", StringComparison.OrdinalIgnoreCase)
                    && Uri.TryCreate(tag["href"], UriKind.Absolute, out var url)
                    && url.Scheme is "http" or "https":
                CanonicalUrl ??= url;
                break;
            case "meta":
                Meta(tag);
                break;
            default:
                break;
        }
    }

    public void Close(string name)
    {
        if (name != _capturing)
        {
            return;
        }

        _capturing = null;
        var text = _captured.ToString();
        _captured.Clear();
        if (name == "title")
        {
            _documentTitle = PageBlocks.Folded(text);
        }
        else
        {
            Linked(text);
        }
    }

    /// <summary>Whether the text was metadata's.</summary>
    public bool Take(ReadOnlyMemory<char> text)
    {
        if (_capturing is null)
        {
            return false;
        }

        if (_captured.Length + text.Length <= LongestScript)
        {
            _captured.Append(text);
        }

        return true;
    }

    /// <summary>The headline: the one that the page's heading, its graph or its linked data give, else the document's without the site's name.</summary>
    public string? Title(string? heading)
    {
        var told = _graphTitle ?? _headline;
        // A heading that the document's title repeats is the article's; another may be the site's.
        if (
            heading is not null
            && (told is null || _documentTitle?.Contains(heading, StringComparison.Ordinal) == true)
        )
        {
            told = heading;
        }

        told ??= _documentTitle is null ? null : WithoutSite(_documentTitle);
        return told is { Length: > LongestTitle } ? told[..LongestTitle] : told;
    }

    private void Meta(PageTag tag)
    {
        var name = tag["property"];
        name = name.Length > 0 ? name : tag["name"];
        name = name.Length > 0 ? name : tag["itemprop"];
        if (name.Equals("og:title", StringComparison.OrdinalIgnoreCase))
        {
            var title = PageBlocks.Folded(tag["content"]);
            _graphTitle ??= title.Length > 0 ? title : null;
        }

        var rank = Array.FindIndex(
            DateNames,
            n => n.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        if (rank >= 0)
        {
            Date(tag["content"], rank);
        }
    }

    private void Date(string text, int rank)
    {
        if (rank < _dateRank && text.Length < 80 && WrittenDate.In(text) is { } date)
        {
            (Published, _dateRank) = (date, rank);
        }
    }

    private void Linked(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new() { MaxDepth = 64, AllowTrailingCommas = true }
            );
            Linked(document.RootElement, 0);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A page's linked data are a bonus: broken ones leave its prose as it is.
        }
    }

    private void Linked(JsonElement element, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Linked(item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.String)
                {
                    Linked(member.Value, depth + 1);
                }
                else if (member.NameEquals("datePublished"))
                {
                    Date(member.Value.GetString()!, 0);
                }
                else if (member.NameEquals("headline"))
                {
                    _headline ??= PageBlocks.Folded(member.Value.GetString()!);
                }
            }
        }
    }

    /// <summary>"Headline - Site", "Headline | Site", "Headline_Site": the last part goes where it is the shorter one.</summary>
    private static string? WithoutSite(string title)
    {
        var at = Math.Max(
            Math.Max(
                title.LastIndexOf(" | ", StringComparison.Ordinal),
                title.LastIndexOf(" - ", StringComparison.Ordinal)
            ),
            Math.Max(title.LastIndexOf(" – ", StringComparison.Ordinal), title.LastIndexOf('_'))
        );
        var kept = at > title.Length / 2 ? title[..at].Trim() : title;
        return kept.Length > 0 ? kept : null;
    }
}
