using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>One item's elements → its draft.</summary>
internal sealed class FeedItemXml(XmlReader xml, FeedXmlReader reader)
{
    /// <summary>Reads the present element.</summary>
    /// <param name="format">The feed's, as far as it is known.</param>
    /// <returns>The feed's format, which an item may be the first to show.</returns>
    public FeedFormat Read(ItemDraft draft, FeedFormat format)
    {
        if (format == FeedFormat.Rdf && reader.RdfAbout() is { } about)
        {
            draft.Tell(FeedField.Id, 1, about);
        }

        if (format is FeedFormat.Rss or FeedFormat.Cdf && reader.Attribute("href") is { } address)
        {
            format = FeedFormat.Cdf;
            draft.TellLink(0, address);
            draft.Tell(FeedField.Published, 0, reader.Attribute("lastmod") ?? "");
        }

        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (reader.Advance() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    ReadField(draft);
                }
            }
        }

        return format;
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
                    reader.Attribute("isPermaLink")?.Trim(),
                    StringComparison.OrdinalIgnoreCase
                );
                var id = reader.Text();
                if (id.StartsWith("urn:tag:sec.gov", StringComparison.Ordinal))
                {
                    draft.Edgar ??= new();
                }

                draft.Tell(field, rank, id);
                break;
            case FeedField.Author:
                draft.Tell(field, rank, reader.Person());
                break;
            case FeedField.Category:
                ReadCategory(draft);
                break;
            case FeedField.Group:
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadLink(ItemDraft draft, byte rank)
    {
        var isAlternate = reader.IsAlternate();
        var baseAddress = reader.XmlAttribute("base");
        var written = reader.Attribute("href");
        written = written is null ? reader.Text() : Skipping(written);
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
        if (draft.Resolve(written) is { } resolved && FeedAddress.IsWeb(resolved))
        {
            draft.TellLink(rank, written);
        }
        else
        {
            draft.TellLink(byte.MaxValue, written);
        }
    }

    private string Skipping(string value)
    {
        reader.Skip();
        return value;
    }

    private void ReadContent(ItemDraft draft, byte rank)
    {
        var type = reader.Attribute("type")?.Trim() ?? "";
        if (type == "text/xml" && !xml.IsEmptyElement)
        {
            draft.Edgar ??= new();
            reader.Fields(draft.Edgar.Tell);
            return;
        }

        if (reader.Attribute("src") is { } source)
        {
            draft.TellLink(byte.MaxValue - 1, source);
        }

        draft.Tell(FeedField.Content, rank, Markup());
    }

    private ReadOnlySpan<char> Markup()
    {
        var isBase64 =
            reader.Attribute("mode") == "base64"
            || reader.Attribute("type") == "application/octet-stream";
        var markup = reader.Markup();
        return isBase64 ? Base64Text.Decode(markup.ToString()) : markup;
    }

    private void ReadCategory(ItemDraft draft)
    {
        var term = reader.Attribute("term") ?? reader.Attribute("text");
        if (
            draft.Edgar is null
            && reader
                .Attribute("scheme")
                ?.StartsWith("https://www.sec.gov", StringComparison.Ordinal) == true
        )
        {
            draft.Edgar = new();
        }

        if (term is not null && draft.Edgar is not null && reader.Attribute("label") == "form type")
        {
            draft.Edgar.Tell("filing-type", term);
        }

        var text = reader.Text();
        draft.Tell(FeedField.Category, 0, term ?? FeedText.Plain(text));
    }
}
