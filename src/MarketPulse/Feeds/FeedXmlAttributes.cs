using System.Xml;

namespace MarketPulse.Feeds;

/// <summary>The present element's attributes.</summary>
internal sealed class FeedXmlAttributes(XmlReader xml)
{
    /// <summary>An attribute without a namespace, in whatever case it is written; null where there is none.</summary>
    public string? Find(string name)
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
    public bool IsAlternate() => Find("rel") is null or "" or "alternate";

    /// <summary>xml:base: no other prefix may stand for this namespace, nor this prefix for another.</summary>
    public string? Base() => xml.HasAttributes ? xml.GetAttribute("xml:base") : null;

    /// <summary>xml:lang.</summary>
    public string? Language() => xml.HasAttributes ? xml.GetAttribute("xml:lang") : null;

    public string? RdfAbout() =>
        xml.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        ?? xml.GetAttribute("about");
}
