using System.Text;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>Steps over XML, bounded in depth and without recursion. Every read ends on the element's own end.</summary>
internal sealed class FeedXmlReader(XmlReader xml)
{
    /// <summary>Elements within elements at most.</summary>
    public const int MaxDepth = 256;

    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The next node; false at the end.</summary>
    /// <exception cref="XmlException">The document isn't well formed, or nests too deep.</exception>
    public bool Advance()
    {
        if (!xml.Read())
        {
            return false;
        }

        return xml.Depth <= MaxDepth
            ? true
            : throw new XmlException($"Elements nest deeper than {MaxDepth}.");
    }

    /// <summary>To the end of the present element.</summary>
    public void Skip()
    {
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (Advance() && xml.Depth > depth) { }
        }
    }

    /// <summary>An attribute without a namespace, in whatever case it is written; null where there is none.</summary>
    public string? Attribute(string name)
    {
        if (!xml.HasAttributes)
        {
            return null;
        }

        if (xml.GetAttribute(name) is { } value)
        {
            return value;
        }

        string? found = null;
        while (found is null && xml.MoveToNextAttribute())
        {
            if (xml.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = xml.Value;
            }
        }

        xml.MoveToElement();
        return found;
    }

    /// <summary>xml:base, xml:lang.</summary>
    public string? XmlAttribute(string name) =>
        xml.HasAttributes ? xml.GetAttribute(name, XmlNamespace) : null;

    public string? RdfAbout() =>
        xml.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        ?? xml.GetAttribute("about");

    /// <summary>The text of the present element, that of elements within left out.</summary>
    public string Text()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = new TextPieces();
        while (Advance() && xml.Depth > depth)
        {
            if (xml.Depth == depth + 1 && IsText(xml.NodeType))
            {
                text.Add(xml.Value);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The content of the present element as markup: escaped markup as it was before, and elements written out again, without
    /// their attributes.
    /// </summary>
    public string Markup()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        string? only = null;
        StringBuilder? all = null;
        var hasElements = false;
        while (Advance() && xml.Depth > depth)
        {
            if (IsText(xml.NodeType))
            {
                if (only is null)
                {
                    only = xml.Value;
                    continue;
                }

                all ??= new(only);
                // Beside elements, text is text: its brackets are no markup.
                all.Append(
                    hasElements && xml.NodeType != XmlNodeType.CDATA ? Escape(xml.Value) : xml.Value
                );
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                if (!hasElements)
                {
                    hasElements = true;
                    only = all?.ToString() ?? only ?? "";
                    all = new StringBuilder(Escape(only));
                }

                all!
                    .Append(xml.NodeType == XmlNodeType.Element ? "<" : "</")
                    .Append(xml.LocalName)
                    .Append('>');
            }
        }

        return all?.ToString() ?? only ?? "";
    }

    /// <summary>A person's name: a child of that name, else an address, else the text itself.</summary>
    public string Person()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = new TextPieces();
        var (name, email) = ("", "");
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                if (IsText(xml.NodeType))
                {
                    text.Add(xml.Value);
                }
            }
            else if (name.Length == 0 && xml.LocalName == "name")
            {
                name = Text();
            }
            else if (email.Length == 0 && xml.LocalName == "email")
            {
                email = Text();
            }
        }

        return name.Length > 0 ? name
            : text.ToString() is var own && string.IsNullOrWhiteSpace(own) ? email
            : own;
    }

    /// <summary>Every element within the present one that holds text, by its name.</summary>
    public void Fields(Action<string, string> tell)
    {
        var (depth, name) = (xml.Depth, "");
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                name = xml.LocalName;
            }
            else if (IsText(xml.NodeType) && !string.IsNullOrWhiteSpace(xml.Value))
            {
                tell(name, xml.Value);
            }
        }
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
}
