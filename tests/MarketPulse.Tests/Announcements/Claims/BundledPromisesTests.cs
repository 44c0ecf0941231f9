using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Cli.Replay;
using MarketPulse.Feeds;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Announcements.Claims;

/// <summary>The bundled feeds' promises and deliveries, against those that were taken from all their titles and texts by hand.</summary>
public class BundledPromisesTests
{
    private static readonly string[] Expected =
    [
        "2024-03-18 nvidia-newsroom Blackwell 2024",
        "2024-06-02 headlines Blackwell Ultra 2025",
        "2024-06-02 headlines Rubin 2026",
        "2024-11-13 nvidia-newsroom B200 there",
        "2024-11-13 nvidia-newsroom Blackwell there",
        "2025-01-07 headlines DGX Spark 2025-05",
        "2025-01-07 nvidia-newsroom DGX Spark 2025-05",
        "2025-03-18 headlines Blackwell Ultra 2025-H2",
        "2025-03-18 headlines Rubin Ultra 2027",
        "2025-03-18 headlines Vera Rubin 2026",
        "2025-03-18 nvidia-newsroom GB300 2025-H2",
    ];

    [Fact]
    public void Read_EveryBundledItem_FindsWhatAReaderFinds()
    {
        var lexicon = LexiconFile.Read(LexiconFile.Default);
        var watchlist = WatchlistFile.Read(WatchlistFile.Default);
        var history = ReplayHistory.Read(ReplayHistory.Bundled);
        var read =
            from feed in watchlist.Feeds
            let changes = history.Feeds[feed.Name]
            from item in changes
                .Changes.Order()
                .SelectMany(at => FeedParser.Parse(changes.At(at).Body).Items)
                .DistinctBy(i => i.Guid)
            let day = DateOnly.FromDateTime(item.PublishedAt!.Value.UtcDateTime)
            from claim in StoryClaims.Read(
                item.Title,
                item.TextUpTo(AnnouncementIngestion.ClaimsReach),
                day,
                lexicon,
                watchlist.Find("NVDA")!.Names
            )
            select $"{day:yyyy-MM-dd} {feed.Name} {claim.Subject} {claim.Due?.Words ?? "there"}";
        Assert.Equal(Expected, read.Order(StringComparer.Ordinal));
    }
}
