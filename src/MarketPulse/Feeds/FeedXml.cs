using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// One pass over a feed's XML, whatever its format: elements are known by what they are for
/// (<see cref="FeedVocabulary"/>), and items are found wherever they stand.
/// </summary>
internal sealed class FeedXml(XmlReader xml, Uri? address, FeedNotes notes)
{
    private readonly FeedXmlReader _reader = new(xml);
    private readonly List<FeedItem> _items = [];
    private FeedFormat _format;
    private string _version = "";
    private string _title = "";
    private string _language = "";
    private Uri? _link;
    private Uri? _base = address;
    private int _channelDepth = -1;
    private int _beyond;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="XmlException">The document isn't well formed, or nests deeper than <see cref="FeedXmlReader.MaxDepth"/>.</exception>
    public FeedDocument Read()
    {
        while (_reader.Advance())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                Visit(FeedVocabulary.Find(xml.Prefix, xml.NamespaceURI, xml.LocalName));
            }
        }

        if (_beyond > 0)
        {
            notes.Add(
                $"Only the first {FeedParser.MaxItems} items were read; {_beyond} more were left out."
            );
        }

        return new(_items, notes.All)
        {
            Format = _format,
            Version = _version,
            Title = _title,
            Url = _link?.AbsoluteUri ?? "",
        };
    }

    private void Visit(FeedVocabulary.Use use)
    {
        switch (use.Field)
        {
            case FeedField.Root:
                Recognise();
                Enter();
                break;
            case FeedField.Channel:
                if (_format == FeedFormat.None)
                {
                    _format = FeedFormat.Rss;
                }

                if (_format == FeedFormat.Rdf && _version.Length == 0)
                {
                    _version = xml.NamespaceURI.Contains("netscape", StringComparison.Ordinal)
                        ? "0.90"
                        : "1.0";
                }

                Enter();
                break;
            case FeedField.Item when _format != FeedFormat.None:
                ReadItem();
                break;
            case FeedField.Item
                when xml.Depth == 0
                    && xml.NamespaceURI.Contains("atom", StringComparison.OrdinalIgnoreCase):
                // A document may be one entry (RFC 4287, section 2).
                Recognise();
                ReadItem();
                break;
            case FeedField.Foreign:
                _reader.Skip();
                break;
            case FeedField.Title
            or FeedField.Link
            or FeedField.Language when xml.Depth == _channelDepth + 1:
                ReadFeedField(use.Field);
                break;
        }
    }

    private void Recognise()
    {
        if (_format != FeedFormat.None)
        {
            return;
        }

        _version = _reader.Attribute("version")?.Trim() ?? "";
        if (xml.LocalName.Equals("rss", StringComparison.OrdinalIgnoreCase))
        {
            _format = FeedFormat.Rss;
        }
        else if (xml.LocalName.Equals("rdf", StringComparison.OrdinalIgnoreCase))
        {
            _format = FeedFormat.Rdf;
        }
        else
        {
            _format = FeedFormat.Atom;
            if (_version.Length == 0)
            {
                _version = xml.NamespaceURI == "http://purl.org/atom/ns#" ? "0.3" : "1.0";
            }
        }
    }

    private void Enter()
    {
        _channelDepth = xml.Depth;
        _base = FeedAddress.Base(_base, _reader.XmlAttribute("base"));
        if (_reader.XmlAttribute("lang") is { Length: > 0 } language)
        {
            _language = language;
        }
    }

    private void ReadFeedField(FeedField field)
    {
        if (field == FeedField.Link)
        {
            var isAlternate = IsAlternate();
            var written = _reader.Attribute("href") ?? _reader.Markup();
            if (
                isAlternate
                && _link is null
                && FeedAddress.TryResolve(_base, written, out var uri)
                && FeedAddress.IsWeb(uri)
                && uri.AbsoluteUri.Length <= FeedParser.AddressLength
            )
            {
                _link = uri;
            }

            return;
        }

        var text = FeedText.Plain(_reader.Markup());
        if (field == FeedField.Language)
        {
            _language = text;
        }
        else if (_title.Length == 0)
        {
            _title = FeedText.Cut(text, FeedParser.TitleLength);
        }
    }

    private bool IsAlternate() => _reader.Attribute("rel") is null or "" or "alternate";

    private void ReadItem()
    {
        if (_items.Count == FeedParser.MaxItems)
        {
            _beyond++;
            _reader.Skip();
            return;
        }

        var draft = new ItemDraft
        {
            // What RSS leaves open is relative to the site that the channel names; Atom has xml:base for that.
            Base = FeedAddress.Base(
                _format == FeedFormat.Atom ? _base ?? _link : _link ?? _base,
                _reader.XmlAttribute("base")
            ),
            Language = _reader.XmlAttribute("lang") ?? "",
            IsIdAddress = _format == FeedFormat.Rss,
        };
        if (_format == FeedFormat.Rdf && _reader.RdfAbout() is { } about)
        {
            draft.Tell(FeedField.Id, 1, about);
        }

        if (_format is FeedFormat.Rss or FeedFormat.Cdf && _reader.Attribute("href") is { } address)
        {
            _format = FeedFormat.Cdf;
            draft.Tell(FeedField.Link, 0, address);
            draft.Tell(FeedField.Published, 0, _reader.Attribute("lastmod") ?? "");
        }

        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (_reader.Advance() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    ReadField(draft);
                }
            }
        }

        _items.Add(draft.Finish(_language, notes));
    }

    private void ReadField(ItemDraft draft)
    {
        var (field, rank) = FeedVocabulary.Find(xml.Prefix, xml.NamespaceURI, xml.LocalName);
        switch (field)
        {
            case FeedField.Title
            or FeedField.Summary
            or FeedField.Published
            or FeedField.Updated
            or FeedField.Language:
                draft.Tell(field, rank, Markup());
                break;
            case FeedField.Content:
                ReadContent(draft, rank);
                break;
            case FeedField.Link:
                ReadLink(draft, rank);
                break;
            case FeedField.Id:
                draft.IsIdAddress &= !"false".Equals(
                    _reader.Attribute("isPermaLink")?.Trim(),
                    StringComparison.OrdinalIgnoreCase
                );
                var id = _reader.Text();
                if (id.StartsWith("urn:tag:sec.gov", StringComparison.Ordinal))
                {
                    draft.Edgar ??= new();
                }

                draft.Tell(field, rank, id);
                break;
            case FeedField.Author:
                draft.Tell(field, rank, _reader.Person());
                break;
            case FeedField.Category:
                ReadCategory(draft);
                break;
            case FeedField.Group:
                break;
            default:
                _reader.Skip();
                break;
        }
    }

    private void ReadLink(ItemDraft draft, byte rank)
    {
        var isAlternate = IsAlternate();
        var baseAddress = _reader.XmlAttribute("base");
        var written = _reader.Attribute("href");
        written = written is null ? _reader.Text() : Skipping(written);
        if (!isAlternate)
        {
            return;
        }

        if (
            baseAddress is not null
            && FeedAddress.TryResolve(
                FeedAddress.Base(draft.Base, baseAddress),
                written,
                out var uri
            )
        )
        {
            written = uri.AbsoluteUri;
        }

        // Atom allows several; the first that is a web address is the page.
        if (
            FeedAddress.TryResolve(draft.Base, written, out var resolved)
            && FeedAddress.IsWeb(resolved)
        )
        {
            draft.Tell(FeedField.Link, rank, written);
        }
        else
        {
            draft.Tell(FeedField.Link, byte.MaxValue, written);
        }
    }

    private string Skipping(string value)
    {
        _reader.Skip();
        return value;
    }

    private void ReadContent(ItemDraft draft, byte rank)
    {
        var type = _reader.Attribute("type")?.Trim() ?? "";
        if (type == "text/xml" && !xml.IsEmptyElement)
        {
            draft.Edgar ??= new();
            _reader.Fields(draft.Edgar.Tell);
            return;
        }

        if (_reader.Attribute("src") is { } source)
        {
            draft.Tell(FeedField.Link, byte.MaxValue - 1, source);
        }

        draft.Tell(FeedField.Content, rank, Markup());
    }

    private string Markup()
    {
        var isBase64 =
            _reader.Attribute("mode") == "base64"
            || _reader.Attribute("type") == "application/octet-stream";
        var markup = _reader.Markup();
        return isBase64 ? Base64Text.Decode(markup) : markup;
    }

    private void ReadCategory(ItemDraft draft)
    {
        var term = _reader.Attribute("term") ?? _reader.Attribute("text");
        if (
            draft.Edgar is null
            && _reader
                .Attribute("scheme")
                ?.StartsWith("https://www.sec.gov", StringComparison.Ordinal) == true
        )
        {
            draft.Edgar = new();
        }

        if (
            term is not null
            && draft.Edgar is not null
            && _reader.Attribute("label") == "form type"
        )
        {
            draft.Edgar.Tell("filing-type", term);
        }

        var text = _reader.Text();
        draft.Tell(FeedField.Category, 0, term ?? FeedText.Plain(text));
    }
}
