using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Feeds;
using Spectre.Console;

namespace MarketPulse.Cli.Feed;

/// <summary>A document for people: what it is, an item a line, what was noted.</summary>
internal static class FeedReport
{
    public static void Write(FeedDocument document)
    {
        if (document.Format == FeedFormat.None)
        {
            WriteNotes(document.Notes);
            return;
        }

        Terminal.Out.WriteLine(Heading(document));
        if (document.Items.Count > 0)
        {
            Column<FeedItem>[] columns =
            [
                new("Published (UTC)", Published, ColumnKind.Figure),
                new("Title", Title, ColumnKind.Text),
                new("Address", i => i.Url.Length > 0 ? i.Url : $"({i.Guid})", ColumnKind.Text),
            ];
            Console.Out.Write(Answer.Table(document.Items, columns));
        }

        WriteNotes(document.Notes);
    }

    private static string Heading(FeedDocument document)
    {
        var what = document.Format switch
        {
            FeedFormat.Rss or FeedFormat.Rdf => $"RSS {document.Version}",
            FeedFormat.Atom => $"Atom {document.Version}",
            FeedFormat.JsonFeed => $"JSON Feed {document.Version}",
            FeedFormat.Cdf => "CDF",
            _ => "A page",
        };
        var title = document.Title.Length > 0 ? $" '{document.Title}'" : "";
        var items = document.Items.Count == 1 ? "1 item" : $"{document.Items.Count} items";
        return $"{what.Trim()}{title}, {document.Encoding}: {items}";
    }

    private static string Published(FeedItem item) =>
        item.PublishedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";

    private static string Title(FeedItem item)
    {
        var title = item.Title.Length > 0 ? item.Title : FeedText.Cut(item.Summary, 60);
        return item.Filing is { Items.Count: > 0 } filing
            ? $"{title} [{string.Join(", ", filing.Items)}]"
            : title;
    }

    private static void WriteNotes(IReadOnlyList<string> notes)
    {
        if (notes.Count > 0)
        {
            Terminal.Out.WriteLine(notes.Count == 1 ? "Note:" : "Notes:");
            foreach (var note in notes)
            {
                Terminal.Out.WriteLine($"  {note}");
            }
        }
    }
}
