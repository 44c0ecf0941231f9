using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace MarketPulse.Announcements.Articles;

/// <summary>A start tag, with the few attributes that are looked at.</summary>
internal readonly record struct PageTag(string Name, Dictionary<string, string>? Attributes)
{
    private static readonly string[] Wanted =
    [
        "class",
        "id",
        "property",
        "name",
        "itemprop",
        "content",
        "datetime",
        "rel",
        "href",
        "type",
        "role",
        "hidden",
    ];

    public static bool Reads(ReadOnlySpan<char> attribute)
    {
        foreach (var name in Wanted)
        {
            if (attribute.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static PageTag Of(ref StructHtmlToken token)
    {
        Dictionary<string, string>? attributes = null;
        for (var i = 0; i < token.Attributes.Count; i++)
        {
            var attribute = token.Attributes[i];
            attributes ??= new(StringComparer.OrdinalIgnoreCase);
            attributes.TryAdd(attribute.Name.ToString(), attribute.Value.ToString());
        }

        return new(token.Name.ToString(), attributes);
    }

    public string this[string attribute] => Attributes?.GetValueOrDefault(attribute) ?? "";

    /// <summary>How the tokenizer is to read what follows: HTML, 13.2.6.4.7 and 13.2.6.2.</summary>
    public HtmlParseMode ContentMode =>
        Name switch
        {
            "title" or "textarea" => HtmlParseMode.RCData,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "script" => HtmlParseMode.Script,
            _ => HtmlParseMode.PCData,
        };
}
