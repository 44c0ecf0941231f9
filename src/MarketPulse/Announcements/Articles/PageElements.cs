using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>What a page's elements are for.</summary>
internal static partial class PageElements
{
    private const int LongestClass = 400;

    /// <summary>Whether an element's text is never the article's.</summary>
    public static bool IsSkipped(string name) =>
        name
            is "script"
                or "style"
                or "noscript"
                or "template"
                or "svg"
                or "nav"
                or "footer"
                or "aside"
                or "form"
                or "button"
                or "select"
                or "textarea"
                or "iframe"
                or "title"
                or "xmp"
                or "noembed"
                or "noframes";

    /// <summary>Whether an element says of itself, by class, id or role, that it is the site's frame.</summary>
    public static bool IsFrame(PageTag tag) =>
        tag.Name is "div" or "section" or "ul" or "ol" or "p" or "span"
        && (
            Boilerplate().IsMatch(Head(tag["class"]))
            || Boilerplate().IsMatch(Head(tag["id"]))
            || tag["role"] is "navigation" or "complementary" or "banner" or "contentinfo"
        );

    /// <summary>Whether an element begins a paragraph of its own.</summary>
    public static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "li"
                or "tr"
                or "br"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "article"
                or "main"
                or "section"
                or "header"
                or "ul"
                or "ol"
                or "table"
                or "blockquote"
                or "pre"
                or "figure"
                or "figcaption"
                or "dt"
                or "dd"
                or "hr"
                or "body"
                or "html"
                or "item"
                or "entry"
                or "description"
                or "pubdate"
                or "link"
                or "guid";

    private static ReadOnlySpan<char> Head(string words) =>
        words.AsSpan(0, Math.Min(words.Length, LongestClass));

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|related|recommend(?:ed|ations)?|share|sharing|social|comments?|advert(?:isement)?s?|ads?|banner|promo|newsletter|subscribe|cookies?|consent|footer|copyright|popup|modal)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Boilerplate();
}
