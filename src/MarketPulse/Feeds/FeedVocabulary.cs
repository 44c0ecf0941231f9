using System.Collections.Frozen;

namespace MarketPulse.Feeds;

/// <summary>Element names of all formats and of the modules that feeds carry → what they are for.</summary>
internal static class FeedVocabulary
{
    /// <summary>A name's use, and how far it gives way to other names of the same use (0 is taken first).</summary>
    internal readonly record struct Use(FeedField Field, byte Rank);

    private static readonly FrozenDictionary<string, Use> Core = Table(
        "Root:rss,rdf,feed Channel:channel Item:item,entry "
            + "Title:title Link:link,url Id:guid,id Summary:description,summary,abstract "
            + "Content:content Content/2:body,div,fulltext,fullitem "
            + "Published:pubdate,published Published/1:issued,date Published/2:created "
            + "Updated:updated,modified Author:author Author/1:creator Category:category,keyword "
            + "Language:language Foreign:image,textinput,source,items,cloud,enclosure"
    );

    private static readonly FrozenDictionary<string, Use> DublinCore = Table(
        "Title/2:title Id/2:identifier Summary/2:description,abstract "
            + "Published/1:date,issued,available Published/2:created Updated/1:modified "
            + "Author/1:creator,author Author/3:publisher Category:subject Language:language"
    );

    private static readonly FrozenDictionary<string, Use> ContentModule = Table("Content:encoded");

    private static readonly FrozenDictionary<string, Use> Media = Table(
        "Title/3:title Summary/3:description Author/3:credit Group:group,content"
    );

    private static readonly FrozenDictionary<string, Use> ITunes = Table(
        "Title/3:title Summary/3:summary Summary/4:subtitle Author/2:author"
    );

    private static readonly FrozenDictionary<string, Use> Xhtml = Table("Content/1:body,div");

    private static readonly FrozenDictionary<string, Use> Nothing = FrozenDictionary<
        string,
        Use
    >.Empty;

    /// <summary>Names by namespace, without its end slash: feeds write many of these with and without one.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Use>> Modules =
        new Dictionary<string, FrozenDictionary<string, Use>>
        {
            [""] = Core,
            ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = Core,
            ["http://www.w3.org/2005/Atom"] = Core,
            ["http://purl.org/atom/ns#"] = Core,
            ["http://purl.org/rss/1.0"] = Core,
            ["http://my.netscape.com/rdf/simple/0.9"] = Core,
            ["http://channel.netscape.com/rdf/simple/0.9"] = Core,
            ["http://backend.userland.com/rss"] = Core,
            ["http://backend.userland.com/rss2"] = Core,
            ["http://purl.org/dc/elements/1.0"] = DublinCore,
            ["http://purl.org/dc/elements/1.1"] = DublinCore,
            ["http://purl.org/dc/terms"] = DublinCore,
            ["http://purl.org/rss/1.0/modules/content"] = ContentModule,
            ["http://search.yahoo.com/mrss"] = Media,
            ["http://www.rssboard.org/media-rss"] = Media,
            ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = ITunes,
            ["http://example.com/dtds/podcast-1.0.dtd"] = ITunes,
            ["http://www.w3.org/1999/xhtml"] = Xhtml,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What prefixes mean that a document uses without declaring them.</summary>
    public static readonly FrozenDictionary<string, string> UsualPrefixes = new Dictionary<
        string,
        string
    >
    {
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["atom10"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The uses of a namespace's names; none of them where it is unknown.</summary>
    /// <param name="prefix">As written: elements without one belong to the feed, whatever odd namespace it declares.</param>
    public static FrozenDictionary<string, Use> Module(string prefix, string ns)
    {
        if (ns.Length == 0)
        {
            return Core;
        }

        if (
            Modules.TryGetValue(ns, out var module)
            || (ns[^1] == '/' && Modules.TryGetValue(ns[..^1], out module))
        )
        {
            return module;
        }

        return prefix.Length == 0 ? Core : Nothing;
    }

    private static FrozenDictionary<string, Use> Table(string uses) =>
        (
            from use in uses.Split(' ')
            let parts = use.Split(':')
            let field = parts[0].Split('/')
            from name in parts[1].Split(',')
            select (
                name,
                Use: new Use(
                    Enum.Parse<FeedField>(field[0]),
                    field.Length > 1 ? (byte)(field[1][0] - '0') : (byte)0
                )
            )
        ).ToFrozenDictionary(p => p.name, p => p.Use, StringComparer.OrdinalIgnoreCase);
}
