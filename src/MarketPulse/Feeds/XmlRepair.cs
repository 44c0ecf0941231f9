using System.Collections.Frozen;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>
/// Text that was meant to be XML → well-formed XML of the same content: tags closed, entities resolved or written out, characters
/// that XML forbids left out, prefixes declared. Declarations, comments and instructions go.
/// </summary>
internal sealed class XmlRepair
{
    /// <summary>Below this the reader doesn't look; tags that nest deeper are left out, their text stays.</summary>
    private const int MaxDepth = FeedXmlReader.MaxDepth - 6;

    /// <summary>Elements that hold nothing but text: when one begins within another, the other wasn't closed.</summary>
    private static readonly FrozenSet<string> Leaves = new[]
    {
        "title",
        "link",
        "guid",
        "pubdate",
        "id",
        "updated",
        "published",
        "issued",
        "modified",
        "dc:date",
        "dc:creator",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly RepairedText _xml;
    private readonly List<Open> _open = [];
    private bool _isCutOff;

    private XmlRepair(int length) => _xml = new(length + (length / 8));

    /// <param name="isCutOff">Whether the text ended within an element; half a title or address was then left out.</param>
    public static string Run(ReadOnlySpan<char> text, out bool isCutOff)
    {
        var repair = new XmlRepair(text.Length);
        repair.Read(new MarkupScanner(text));
        isCutOff = repair._isCutOff;
        return repair._xml.ToString();
    }

    private void Read(MarkupScanner scanner)
    {
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Start:
                    Start(ref scanner);
                    break;
                case MarkupKind.End:
                    End(scanner.Name);
                    break;
                case MarkupKind.CData:
                    // The section's end may be all that lacks; what follows it then is the feed's tags, not its words.
                    _xml.Plain(scanner.IsCutOff ? BeforeTags(scanner.Text) : scanner.Text);
                    break;
                default:
                    Text(scanner.Text, scanner.IsCutOff);
                    break;
            }
        }

        _isCutOff |= _open.Count > 0;
        while (_open.Count > 0)
        {
            Close();
        }
    }

    private static ReadOnlySpan<char> BeforeTags(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("</item", StringComparison.OrdinalIgnoreCase);
        end = end < 0 ? text.IndexOf("</entry", StringComparison.OrdinalIgnoreCase) : end;
        return end < 0 ? text : text[..end];
    }

    private void Text(ReadOnlySpan<char> text, bool isLast)
    {
        if (isLast && _open.Count > 2 && Leaves.Contains(_open[^1].Name) && !text.IsWhiteSpace())
        {
            // Half a title or half an address is worse than none.
            _isCutOff = true;
            return;
        }

        if (text.Contains('&'))
        {
            _xml.Decoded(text);
        }
        else
        {
            _xml.Plain(text);
        }
    }

    private void Start(ref MarkupScanner scanner)
    {
        var name = scanner.Name.ToString();
        if (!IsName(name, out var prefix) || scanner.IsCutOff)
        {
            return;
        }

        CloseBefore(name);
        if (_open.Count >= MaxDepth)
        {
            _xml.Plain(" ");
            return;
        }

        List<string>? declared = null;
        _xml.Raw("<").Raw(name);
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            scanner.Attribute(i, out var attribute, out var value);
            Attribute(attribute.ToString(), value, ref declared);
        }

        if (prefix.Length > 0 && !IsDeclared(prefix, declared))
        {
            var ns = FeedVocabulary.UsualPrefixes.GetValueOrDefault(prefix, $"urn:prefix:{prefix}");
            Attribute($"xmlns:{prefix}", ns, ref declared);
        }

        _xml.Raw(">");
        _open.Add(new(name, declared));
        if (scanner.IsEmpty)
        {
            Close();
        }
    }

    /// <summary>An item ends where the next begins, and a title where the link does.</summary>
    private void CloseBefore(string name)
    {
        if (IsItem(name))
        {
            var item = _open.FindLastIndex(o => IsItem(o.Name));
            while (item >= 0 && _open.Count > item)
            {
                Close();
            }
        }
        else if (_open.Count > 0 && Leaves.Contains(name) && Leaves.Contains(_open[^1].Name))
        {
            Close();
        }
    }

    private static bool IsItem(string name) =>
        name.Equals("item", StringComparison.OrdinalIgnoreCase)
        || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    private void End(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.Equals(_open[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                while (_open.Count > i)
                {
                    Close();
                }

                return;
            }
        }
    }

    private void Close()
    {
        _xml.Raw("</").Raw(_open[^1].Name).Raw(">");
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Writes an attribute that a feed's meaning may hang on; others with prefixes are left out.</summary>
    private void Attribute(string name, ReadOnlySpan<char> value, ref List<string>? declared)
    {
        var isDeclaration = name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal);
        if (
            !IsName(name, out var prefix)
            || (
                prefix.Length > 0
                && !isDeclaration
                && name is not ("xml:base" or "xml:lang" or "rdf:about")
            )
            || (isDeclaration && (value.IsWhiteSpace() || name is "xmlns:xml" or "xmlns:xmlns"))
            || (
                isDeclaration
                && value.StartsWith("http://www.w3.org/")
                && (value.EndsWith("/xmlns/") || value.EndsWith("/namespace"))
            )
        )
        {
            return;
        }

        if (declared?.Contains(name) == true)
        {
            return;
        }

        if (prefix == "rdf" && !IsDeclared("rdf", declared))
        {
            Attribute("xmlns:rdf", FeedVocabulary.UsualPrefixes["rdf"], ref declared);
        }

        (declared ??= []).Add(name);
        _xml.Raw(" ").Raw(name).Raw("=\"");
        _xml.Decoded(value);
        _xml.Raw("\"");
    }

    private bool IsDeclared(string prefix, List<string>? declared)
    {
        var name = $"xmlns:{prefix}";
        return prefix == "xml"
            || declared?.Contains(name) == true
            || _open.Exists(o => o.Attributes?.Contains(name) == true);
    }

    private static bool IsName(string name, out string prefix)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        prefix = colon > 0 ? name[..colon] : "";
        return prefix.Length > 0 ? IsPart(prefix) && IsPart(name[(colon + 1)..]) : IsPart(name);
    }

    private static bool IsPart(string name) =>
        name.Length is > 0 and < 200
        && XmlConvert.IsStartNCNameChar(name[0])
        && name.All(XmlConvert.IsNCNameChar);

    private readonly record struct Open(string Name, List<string>? Attributes);
}
