using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// One pass over a feed's XML, whatever its format: elements are known by what they are for
/// (<see cref="FeedVocabulary"/>), and items are found wherever they stand.
/// </summary>
internal sealed class FeedXml
{
    private readonly XmlReader _xml;
    private readonly FeedNotes _notes;
    private readonly FeedXmlReader _reader;
    private readonly FeedXmlTexts _texts;
    private readonly FeedItemXml _item;
    private readonly List<FeedItem> _items = [];
    private FeedFormat _format;
    private string _version = "";
    private string _title = "";
    private string _language = "";
    private Uri? _link;
    private Uri? _base;
    private int _channelDepth = -1;
    private int _beyond;

    /// <param name="aside">The document's texts that aren't in its XML, or null.</param>
    public FeedXml(XmlReader xml, Uri? address, FeedNotes notes, TextsAside? aside = null)
    {
        (_xml, _base, _notes) = (xml, address, notes);
        _reader = new(xml);
        _texts = new(xml, _reader, aside);
        _item = new(xml, _reader, _texts);
    }

    /// <summary>Reads to the end.</summary>
    /// <exception cref="XmlException">The document isn't well formed, or nests deeper than <see cref="FeedXmlReader.MaxDepth"/>.</exception>
    public FeedDocument Read()
    {
        while (_reader.Advance())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                Visit(_reader.Use());
            }
        }

        if (_beyond > 0)
        {
            _notes.Add(
                $"Only the first {FeedParser.MaxItems} items were read; {_beyond} more were left out."
            );
        }

        return new(_items, _notes.All)
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
                    _version = _xml.NamespaceURI.Contains("netscape", StringComparison.Ordinal)
                        ? "0.90"
                        : "1.0";
                }

                Enter();
                break;
            case FeedField.Item when _format != FeedFormat.None:
                ReadItem();
                break;
            case FeedField.Item
                when _xml.Depth == 0
                    && _xml.NamespaceURI.Contains("atom", StringComparison.OrdinalIgnoreCase):
                // A document may be one entry (RFC 4287, section 2).
                Recognise();
                ReadItem();
                break;
            case FeedField.Foreign:
                _reader.Skip();
                break;
            case FeedField.Title
            or FeedField.Link
            or FeedField.Language when _xml.Depth == _channelDepth + 1:
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

        _version = _reader.Attributes.Find("version")?.Trim() ?? "";
        if (_xml.LocalName.Equals("rss", StringComparison.OrdinalIgnoreCase))
        {
            _format = FeedFormat.Rss;
        }
        else if (_xml.LocalName.Equals("rdf", StringComparison.OrdinalIgnoreCase))
        {
            _format = FeedFormat.Rdf;
        }
        else
        {
            _format = FeedFormat.Atom;
            if (_version.Length == 0)
            {
                _version = _xml.NamespaceURI == "http://purl.org/atom/ns#" ? "0.3" : "1.0";
            }
        }
    }

    private void Enter()
    {
        _channelDepth = _xml.Depth;
        _base = FeedAddress.Base(_base, _reader.Attributes.Base());
        if (_reader.Attributes.Language() is { Length: > 0 } language)
        {
            _language = language;
        }
    }

    private void ReadFeedField(FeedField field)
    {
        if (field == FeedField.Link)
        {
            var isAlternate = _reader.Attributes.IsAlternate();
            var written = _reader.Attributes.Find("href") ?? _texts.Markup();
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

        var text = FeedText.Plain(_texts.Markup(), FeedParser.TitleLength);
        if (field == FeedField.Language)
        {
            _language = text;
        }
        else if (_title.Length == 0)
        {
            _title = text;
        }
    }

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
                _reader.Attributes.Base()
            ),
            Language = _reader.Attributes.Language() ?? "",
            IsIdAddress = _format == FeedFormat.Rss,
        };
        _format = _item.Read(draft, _format);
        _items.Add(draft.Finish(_language, _notes));
    }
}
