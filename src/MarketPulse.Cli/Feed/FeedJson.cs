using System.Text.Json;
using MarketPulse.Cli.Output;
using MarketPulse.Feeds;

namespace MarketPulse.Cli.Feed;

/// <summary>A document as one JSON object. Instants are UTC; what a source doesn't give is null, or an empty text or list.</summary>
internal static class FeedJson
{
    public static void Write(FeedDocument document) =>
        Console.Out.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Format = Terminal.Name(document.Format),
                    document.Version,
                    document.Title,
                    document.Url,
                    document.Encoding,
                    document.Alternates,
                    Items = document.Items.Select(Item),
                    document.Notes,
                },
                Json.Indented
            )
        );

    private static object Item(FeedItem item) =>
        new
        {
            item.Guid,
            item.Url,
            item.Title,
            item.Summary,
            item.PublishedAt,
            item.UpdatedAt,
            item.Author,
            item.Language,
            item.Categories,
            item.Content,
            Form = item.Filing?.Form,
            AccessionNumber = item.Filing?.AccessionNumber,
            FiledOn = item.Filing?.FiledOn,
            AcceptedAt = item.Filing?.AcceptedAt,
            FilingItems = item.Filing?.Items ?? [],
        };
}
