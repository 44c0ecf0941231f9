using System.Text;
using System.Text.Json;

namespace MarketPulse.Feeds;

/// <summary>JSON Feed 1 and 1.1 (jsonfeed.org). An item that can't be read costs itself; a document cut off, what follows.</summary>
internal static class JsonFeed
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static FeedDocument Read(ReadOnlySpan<char> text, Uri? address, FeedNotes notes)
    {
        var feed = new FeedDocument([], []);
        var items = new List<FeedItem>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var hasItems = false;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.ToArray()), Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return FeedParser.Unreadable("it is JSON, but no JSON Feed.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString() ?? "";
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
                {
                    hasItems = true;
                    ReadItems(ref reader, items, Base(fields, address), fields, notes);
                }
                else if (reader.TokenType == JsonTokenType.String)
                {
                    fields[name] = reader.GetString() ?? "";
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            notes.Add($"Not well-formed JSON, read as far as it goes: {error.Message}");
        }

        var version = fields.GetValueOrDefault("version", "");
        if (!hasItems && !version.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase))
        {
            return FeedParser.Unreadable("it is JSON, but no JSON Feed.");
        }

        return feed with
        {
            Items = items,
            Notes = notes.All,
            Format = FeedFormat.JsonFeed,
            Version = version[(version.LastIndexOf('/') + 1)..],
            Title = FeedText.Cut(
                FeedText.Fold(fields.GetValueOrDefault("title", "")),
                FeedParser.TitleLength
            ),
            Url = Web(fields.GetValueOrDefault("home_page_url"), address),
        };
    }

    private static void ReadItems(
        ref Utf8JsonReader reader,
        List<FeedItem> items,
        Uri? against,
        Dictionary<string, string> feed,
        FeedNotes notes
    )
    {
        var beyond = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                notes.Add("Skipped something among the items that is no object.");
            }
            else if (items.Count == FeedParser.MaxItems)
            {
                reader.Skip();
                beyond++;
            }
            else
            {
                using var item = JsonDocument.ParseValue(ref reader);
                try
                {
                    items.Add(
                        Draft(item.RootElement, against)
                            .Finish(feed.GetValueOrDefault("language", ""), notes)
                    );
                }
                catch (InvalidOperationException error)
                {
                    // An escape for half a surrogate pair is no text.
                    notes.Add($"Skipped an item: {error.Message}");
                }
            }
        }

        if (beyond > 0)
        {
            notes.Add(
                $"Only the first {FeedParser.MaxItems} items were read; {beyond} more were left out."
            );
        }
    }

    private static ItemDraft Draft(JsonElement item, Uri? against)
    {
        var draft = new ItemDraft { Base = against };
        foreach (var (field, rank, name) in Names)
        {
            if (item.TryGetProperty(name, out var value))
            {
                draft.Tell(field, rank, Text(value));
            }
        }

        if (item.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            foreach (var tag in tags.EnumerateArray())
            {
                draft.Tell(FeedField.Category, 0, Text(tag));
            }
        }

        if (item.TryGetProperty("author", out var author))
        {
            draft.Tell(FeedField.Author, 1, Name(author));
        }

        if (
            item.TryGetProperty("authors", out var authors)
            && authors.ValueKind == JsonValueKind.Array
            && authors.GetArrayLength() > 0
        )
        {
            draft.Tell(FeedField.Author, 0, Name(authors[0]));
        }

        return draft;
    }

    private static readonly (FeedField Field, byte Rank, string Name)[] Names =
    [
        (FeedField.Id, 0, "id"),
        (FeedField.Link, 0, "url"),
        (FeedField.Link, 1, "external_url"),
        (FeedField.Title, 0, "title"),
        (FeedField.Summary, 0, "summary"),
        (FeedField.Content, 0, "content_html"),
        (FeedField.Content, 1, "content_text"),
        (FeedField.Published, 0, "date_published"),
        (FeedField.Updated, 0, "date_modified"),
        (FeedField.Language, 0, "language"),
    ];

    /// <summary>A text; a number as it is written, as some write ids.</summary>
    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };

    private static string Name(JsonElement person) =>
        person.ValueKind == JsonValueKind.Object && person.TryGetProperty("name", out var name)
            ? Text(name)
            : Text(person);

    private static Uri? Base(Dictionary<string, string> fields, Uri? address) =>
        FeedAddress.Base(
            address,
            fields.GetValueOrDefault("home_page_url") ?? fields.GetValueOrDefault("feed_url")
        );

    private static string Web(string? written, Uri? address) =>
        written is null ? "" : FeedAddress.Web(address, written) ?? "";
}
