using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>Steps over XML, bounded in depth and without recursion. Every read ends on the element's own end.</summary>
internal sealed class FeedXmlReader(XmlReader xml, TextsAside? aside = null)
{
    /// <summary>Elements within elements at most.</summary>
    public const int MaxDepth = 256;

    private readonly TextBuffer _text = new();
    private readonly TextBuffer _own = new();

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

    /// <summary>Whether a link leads to what it stands on, rather than to something beside it.</summary>
    public bool IsAlternate() => Attribute("rel") is null or "" or "alternate";

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
        _text.Clear();
        while (Advance() && xml.Depth > depth)
        {
            if (xml.Depth == depth + 1 && IsText(xml.NodeType))
            {
                AddValue(_text);
            }
        }

        return _text.Written.ToString();
    }

    /// <summary>
    /// The content of the present element as markup: escaped markup as it was before, and elements written out again, without
    /// their attributes.
    /// </summary>
    /// <returns>Good until the next step.</returns>
    public ReadOnlySpan<char> Markup()
    {
        if (xml.IsEmptyElement)
        {
            return default;
        }

        var depth = xml.Depth;
        var hasElements = false;
        _text.Clear();
        while (Advance() && xml.Depth > depth)
        {
            if (IsText(xml.NodeType))
            {
                var start = _text.Length;
                AddValue(_text);
                // Beside elements, text is text: its brackets are no markup.
                if (hasElements && (aside is not null || xml.NodeType != XmlNodeType.CDATA))
                {
                    _text.Escape(start);
                }
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                if (!hasElements)
                {
                    hasElements = true;
                    _text.Escape(0);
                }

                _text.Add(xml.NodeType == XmlNodeType.Element ? "<" : "</");
                _text.Add(xml.LocalName);
                _text.Add(">");
            }
        }

        return _text.Written;
    }

    /// <summary>A person's name: a child of that name, else an address, else the text itself.</summary>
    public string Person()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        _own.Clear();
        var (name, email) = ("", "");
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                if (IsText(xml.NodeType))
                {
                    AddValue(_own);
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
            : _own.Written.IsWhiteSpace() ? email
            : _own.Written.ToString();
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
            else if (IsText(xml.NodeType))
            {
                _own.Clear();
                AddValue(_own);
                if (!_own.Written.IsWhiteSpace())
                {
                    tell(name, _own.Written.ToString());
                }
            }
        }
    }

    private void AddValue(TextBuffer text)
    {
        var start = text.Length;
        text.AddValue(xml);
        if (aside is not null && xml.NodeType == XmlNodeType.CDATA)
        {
            var found = aside.Find(text.Written[start..]);
            text.Cut(start);
            text.Add(found);
        }
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;
}
