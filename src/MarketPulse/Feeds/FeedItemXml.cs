using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>One item's elements → its draft.</summary>
internal sealed class FeedItemXml(XmlReader xml, FeedXmlReader reader, FeedXmlTexts texts)
{
    private readonly FeedLinkXml _link = new(reader, texts);

    /// <summary>Reads the present element.</summary>
    /// <param name="format">The feed's, as far as it is known.</param>
    /// <returns>The feed's format, which an item may be the first to show.</returns>
    public FeedFormat Read(ItemDraft draft, FeedFormat format)
    {
        if (format == FeedFormat.Rdf && reader.Attributes.RdfAbout() is { } about)
        {
            draft.Tell(FeedField.Id, 1, about);
        }

        if (
            format is FeedFormat.Rss or FeedFormat.Cdf
            && reader.Attributes.Find("href") is { } address
        )
        {
            format = FeedFormat.Cdf;
            draft.Tell(FeedField.Link, 0, address);
            draft.Tell(FeedField.Published, 0, reader.Attributes.Find("lastmod") ?? "");
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
        var (field, rank) = reader.Use();
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
                _link.Read(draft, rank);
                break;
            case FeedField.Id:
                draft.IsIdAddress &= !"false".Equals(
                    reader.Attributes.Find("isPermaLink")?.Trim(),
                    StringComparison.OrdinalIgnoreCase
                );
                var id = texts.Text();
                if (id.StartsWith("urn:tag:sec.gov", StringComparison.Ordinal))
                {
                    draft.Edgar ??= new();
                }

                draft.Tell(field, rank, id);
                break;
            case FeedField.Author:
                draft.Tell(field, rank, texts.Person());
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

    private void ReadContent(ItemDraft draft, byte rank)
    {
        var type = reader.Attributes.Find("type")?.Trim() ?? "";
        if (type == "text/xml" && !xml.IsEmptyElement)
        {
            draft.Edgar ??= new();
            texts.Fields(draft.Edgar.Tell);
            return;
        }

        if (reader.Attributes.Find("src") is { } source)
        {
            draft.Tell(FeedField.Link, byte.MaxValue - 1, source);
        }

        draft.Tell(FeedField.Content, rank, Markup());
    }

    private string Markup()
    {
        var isBase64 =
            reader.Attributes.Find("mode") == "base64"
            || reader.Attributes.Find("type") == "application/octet-stream";
        var markup = texts.Markup();
        return isBase64 ? Base64Text.Decode(markup) : markup;
    }

    private void ReadCategory(ItemDraft draft)
    {
        var term = reader.Attributes.Find("term") ?? reader.Attributes.Find("text");
        if (
            draft.Edgar is null
            && reader
                .Attributes.Find("scheme")
                ?.StartsWith("https://www.sec.gov", StringComparison.Ordinal) == true
        )
        {
            draft.Edgar = new();
        }

        if (
            term is not null
            && draft.Edgar is not null
            && reader.Attributes.Find("label") == "form type"
        )
        {
            draft.Edgar.Tell("filing-type", term);
        }

        var text = texts.Text();
        draft.Tell(FeedField.Category, 0, term ?? FeedText.Plain(text));
    }
}
