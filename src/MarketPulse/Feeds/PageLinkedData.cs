using System.Text.Json;

namespace MarketPulse.Feeds;

/// <summary>What a page's JSON-LD (schema.org) says of the article that it is.</summary>
internal static class PageLinkedData
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    /// <param name="tell">Told a field, its rank and its value.</param>
    public static void Read(string json, Action<FeedField, byte, string> tell)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Trim(), Options);
            Visit(document.RootElement, tell);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What one script says wrongly, the page's other elements may say rightly.
        }
    }

    private static void Visit(JsonElement node, Action<FeedField, byte, string> tell)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in node.EnumerateArray())
            {
                Visit(inner, tell);
            }
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (node.TryGetProperty("@graph", out var graph))
        {
            Visit(graph, tell);
        }

        if (node.TryGetProperty("mainEntity", out var main))
        {
            Visit(main, tell);
        }

        Tell(node, "datePublished", FeedField.Published, 0, tell);
        Tell(node, "uploadDate", FeedField.Published, 2, tell);
        Tell(node, "dateModified", FeedField.Updated, 0, tell);
        Tell(node, "headline", FeedField.Title, 1, tell);
        if (node.TryGetProperty("author", out var author))
        {
            author =
                author.ValueKind == JsonValueKind.Array && author.GetArrayLength() > 0
                    ? author[0]
                    : author;
            if (author.ValueKind == JsonValueKind.Object)
            {
                Tell(author, "name", FeedField.Author, 0, tell);
            }
        }
    }

    private static void Tell(
        JsonElement node,
        string name,
        FeedField field,
        byte rank,
        Action<FeedField, byte, string> tell
    )
    {
        if (node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            tell(field, rank, value.GetString() ?? "");
        }
    }
}
