using System.Text;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>What the present element holds, as text. Every read ends on the element's own end.</summary>
/// <param name="aside">The document's texts that aren't in its XML, or null.</param>
internal sealed class FeedXmlTexts(XmlReader xml, FeedXmlReader reader, TextsAside? aside)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _own = new();

    /// <summary>The text of the present element, that of elements within left out.</summary>
    public string Text()
    {
        var depth = xml.Depth;
        if (IsOneText(out var text))
        {
            return text;
        }

        _text.Clear().Append(text);
        do
        {
            if (xml.Depth == depth + 1 && IsText(xml.NodeType))
            {
                _text.Append(Value());
            }
        } while (reader.Advance() && xml.Depth > depth);

        return _text.ToString();
    }

    /// <summary>
    /// The content of the present element as markup: escaped markup as it was before, and elements written out again, without
    /// their attributes.
    /// </summary>
    public string Markup()
    {
        var depth = xml.Depth;
        if (IsOneText(out var text))
        {
            return text;
        }

        var hasElements = false;
        _text.Clear().Append(text);
        do
        {
            if (IsText(xml.NodeType))
            {
                // Beside elements, text is text: its brackets are no markup.
                _text.Append(hasElements && !IsSection() ? Escaped(Value()) : Value());
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                if (!hasElements)
                {
                    hasElements = true;
                    var before = Escaped(_text.ToString());
                    _text.Clear().Append(before);
                }

                _text.Append(xml.NodeType == XmlNodeType.Element ? "<" : "</");
                _text.Append(xml.LocalName).Append('>');
            }
        } while (reader.Advance() && xml.Depth > depth);

        return _text.ToString();
    }

    /// <summary>A person's name: a child of that name, else an address, else the text itself.</summary>
    public string Person()
    {
        var depth = xml.Depth;
        if (IsOneText(out var text))
        {
            return text;
        }

        _own.Clear().Append(text);
        var (name, email) = ("", "");
        do
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                if (IsText(xml.NodeType))
                {
                    _own.Append(Value());
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
        } while (reader.Advance() && xml.Depth > depth);

        var own = _own.ToString();
        return name.Length > 0 ? name
            : string.IsNullOrWhiteSpace(own) ? email
            : own;
    }

    /// <summary>Every element within the present one that holds text, by its name.</summary>
    public void Fields(Action<string, string> tell)
    {
        var (depth, name) = (xml.Depth, "");
        while (reader.Advance() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                name = xml.LocalName;
            }
            else if (
                IsText(xml.NodeType)
                && Value() is var value
                && !string.IsNullOrWhiteSpace(value)
            )
            {
                tell(name, value);
            }
        }
    }

    /// <summary>Reads an element that holds one text or none, as nearly all do.</summary>
    /// <param name="text">What was read, which is all where it holds no more.</param>
    /// <returns>False where it holds more: then this stands on what comes next.</returns>
    private bool IsOneText(out string text)
    {
        text = "";
        if (xml.IsEmptyElement)
        {
            return true;
        }

        var depth = xml.Depth;
        if (!reader.Advance() || xml.Depth <= depth)
        {
            return true;
        }

        if (!IsText(xml.NodeType))
        {
            return false;
        }

        text = Value();
        return !reader.Advance() || xml.Depth <= depth;
    }

    private string Value()
    {
        var value = xml.Value;
        return xml.NodeType == XmlNodeType.CDATA ? aside?.Find(value) ?? value : value;
    }

    private bool IsSection() =>
        xml.NodeType == XmlNodeType.CDATA && aside?.IsSection(xml.Value) != false;

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;
}
