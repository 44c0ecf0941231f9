using System.Net;

namespace MarketPulse.Feeds;

/// <summary>
/// A web page as one item: what its head says of it (title, canonical address, description, dates from JSON-LD and meta elements),
/// and the feeds that it names. Its text is the article reader's business.
/// </summary>
internal static class PageReader
{
    /// <summary>Whether a text's first tag, after declarations and comments, begins a page.</summary>
    public static bool IsPage(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return !text[..Math.Min(text.Length, 2048)]
                .Contains("<rss", StringComparison.OrdinalIgnoreCase);
        }

        var scanner = new MarkupScanner(text);
        return scanner.Next()
            && scanner.Kind == MarkupKind.Start
            && Names.Contains(scanner.Name.ToString().ToLowerInvariant());
    }

    private static readonly HashSet<string> Names =
    [
        "html",
        "head",
        "body",
        "meta",
        "title",
        "div",
        "p",
        "article",
        "main",
        "script",
        "h1",
    ];

    public static FeedDocument Read(ReadOnlySpan<char> text, Uri? address, FeedNotes notes)
    {
        var page = new PageDraft(address);
        var scanner = new MarkupScanner(text);
        var (field, isBody) = (FeedField.None, false);
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Start
                    when scanner.Name.Equals("script", StringComparison.OrdinalIgnoreCase):
                    var isLinkedData = Attribute(scanner, "type")
                        .Contains("ld+json", StringComparison.OrdinalIgnoreCase);
                    var raw = scanner.RawText("script");
                    if (isLinkedData)
                    {
                        page.LinkedData(raw.ToString());
                    }

                    break;
                case MarkupKind.Start
                    when scanner.Name.Equals("style", StringComparison.OrdinalIgnoreCase):
                    _ = scanner.RawText("style");
                    break;
                case MarkupKind.Start:
                    field = Start(ref scanner, page, field, ref isBody);
                    break;
                case MarkupKind.End
                    when scanner.Name.Equals("title", StringComparison.OrdinalIgnoreCase)
                        || scanner.Name.Equals("h1", StringComparison.OrdinalIgnoreCase):
                    field = FeedField.None;
                    break;
                case MarkupKind.Text when field != FeedField.None:
                    page.Text(isBody, scanner.Text);
                    break;
            }
        }

        return page.Finish(notes);
    }

    private static FeedField Start(
        ref MarkupScanner scanner,
        PageDraft page,
        FeedField field,
        ref bool isBody
    )
    {
        Span<char> lower = stackalloc char[8];
        if (scanner.Name.Length > lower.Length)
        {
            return field;
        }

        lower = lower[..scanner.Name.ToLowerInvariant(lower)];
        switch (lower)
        {
            case "title" when !isBody:
                return FeedField.Title;
            case "h1":
                isBody = true;
                return FeedField.Title;
            case "body":
                isBody = true;
                break;
            case "base":
                page.Base(Attribute(scanner, "href"));
                break;
            case "html":
                page.Tell(FeedField.Language, 0, Attribute(scanner, "lang"));
                break;
            case "link":
                page.Link(
                    Attribute(scanner, "rel"),
                    Attribute(scanner, "type"),
                    Attribute(scanner, "href")
                );
                break;
            case "meta":
                var name = Attribute(scanner, "property");
                name = name.Length == 0 ? Attribute(scanner, "name") : name;
                name = name.Length == 0 ? Attribute(scanner, "itemprop") : name;
                page.Meta(name, Attribute(scanner, "content"));
                break;
            case "time":
                page.Tell(FeedField.Published, 9, Attribute(scanner, "datetime"));
                break;
        }

        return field;
    }

    private static string Attribute(MarkupScanner scanner, string name)
    {
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            scanner.Attribute(i, out var attribute, out var value);
            if (attribute.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(value.ToString());
            }
        }

        return "";
    }
}
