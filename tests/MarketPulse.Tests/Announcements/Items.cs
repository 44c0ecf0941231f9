using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Announcements;

/// <summary>Feed items and announcements of the tests' own making, all about 18 March 2025.</summary>
internal static class Items
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 18, 16, 0, 0, TimeSpan.Zero);

    public static readonly WatchedFeed AboutNvidia = new(
        "newsroom",
        new("https://news.example.org/feed"),
        "NVDA"
    );

    public static readonly WatchedFeed Headlines = new(
        "headlines",
        new("https://wire.example.org/feed")
    );

    public static readonly Watchlist Watchlist = new(
        new(2022, 11, 1),
        [
            new("NVDA", ["NVIDIA", "英伟达"], [new("SPY", HoldsSymbol: true)]),
            new("AMD", ["AMD"], [new("SPY")]),
        ],
        [AboutNvidia, Headlines],
        [new("a move", 0.03, 2)]
    );

    public static FeedItem Item(
        string title,
        DateTimeOffset? at = null,
        string url = "https://news.example.org/story",
        string guid = "guid",
        string summary = ""
    ) => new(guid, url, title, summary, at ?? Noon, []);

    /// <summary>One telling, as the reader makes it.</summary>
    public static Announcement Telling(
        string title,
        DateTimeOffset? at = null,
        string url = "https://news.example.org/story",
        string guid = "guid",
        WatchedFeed? feed = null,
        string summary = ""
    ) =>
        AnnouncementReader
            .Read(
                Item(title, at, url, guid, summary),
                feed ?? AboutNvidia,
                Watchlist,
                (at ?? Noon).AddMinutes(5)
            )
            .Announcement!;

    /// <summary>RSS with these items (title, guid, date as the feed writes it; none where it is empty).</summary>
    public static string Rss(params (string Title, string Guid, string Date)[] items) =>
        $"""<rss version="2.0"><channel><title>f</title><link>https://e.org/</link><description>d</description>{string.Concat(items.Select(Rss))}</channel></rss>""";

    private static string Rss((string Title, string Guid, string Date) item) =>
        $"<item><title>{item.Title}</title><link>https://e.org/{item.Guid}</link><guid isPermaLink=\"false\">{item.Guid}</guid>{(item.Date.Length > 0 ? $"<pubDate>{item.Date}</pubDate>" : "")}</item>";
}
