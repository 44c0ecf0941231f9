using System.Collections.Frozen;
using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>Steps over XML, bounded in depth and without recursion. Every read ends on the element's own end.</summary>
internal sealed class FeedXmlReader(XmlReader xml)
{
    /// <summary>Elements within elements at most.</summary>
    public const int MaxDepth = 256;

    private string _prefix = "";
    private string _namespace = "";
    private FrozenDictionary<string, FeedVocabulary.Use>? _module;

    public FeedXmlAttributes Attributes { get; } = new(xml);

    /// <summary>What the present element is for.</summary>
    public FeedVocabulary.Use Use()
    {
        // The reader gives a namespace as the same string each time, and most elements are of the last one's.
        if (
            _module is null
            || !ReferenceEquals(xml.NamespaceURI, _namespace)
            || !ReferenceEquals(xml.Prefix, _prefix)
        )
        {
            (_prefix, _namespace) = (xml.Prefix, xml.NamespaceURI);
            _module = FeedVocabulary.Module(_prefix, _namespace);
        }

        return _module.GetValueOrDefault(xml.LocalName);
    }

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
}
