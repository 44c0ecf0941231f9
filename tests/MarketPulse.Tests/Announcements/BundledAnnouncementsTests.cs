using System.Globalization;
using CsvHelper;
using MarketPulse.Announcements;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Correlation;
using MarketPulse.Feeds;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Announcements;

/// <summary>Every bundled story against the list made by hand from its sources: kind, event day, and which tellings are one story.</summary>
public class BundledAnnouncementsTests
{
    private static readonly Watchlist Watchlist = WatchlistFile.Read(WatchlistFile.Default);
    private static readonly DateTimeOffset End = new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stories_OfTheBundledFeeds_AreThoseOfTheList()
    {
        var stories = new List<Announcement>();
        foreach (
            var telling in Tellings()
                .OrderBy(t => t.OrderedAt)
                .ThenBy(t => t.Id, StringComparer.Ordinal)
        )
        {
            if (Stories.Find(telling, stories) is { } same)
            {
                stories[stories.IndexOf(same.Announcement)] = Stories.Merge(
                    same.Announcement,
                    telling
                );
            }
            else
            {
                stories.Add(telling);
            }
        }

        var read = stories
            .Select(s =>
                $"{s.Title} | {Terminal.Name(s.Kind)} | {s.PublishedAt:yyyy-MM-dd HH:mm} | {EventDay.Of(s).Session:yyyy-MM-dd} | {s.Sources.Length}"
            )
            .Order(StringComparer.Ordinal);
        Assert.Equal(Expected().Order(StringComparer.Ordinal), read);
    }

    private static IEnumerable<Announcement> Tellings()
    {
        var history = ReplayHistory.Read(ReplayHistory.Bundled);
        foreach (var feed in Watchlist.Feeds)
        {
            // All of a feed, not the newest few: read it as of each of its changes.
            var seen = new HashSet<string>();
            foreach (var at in history.Feeds[feed.Name].Changes.Order())
            {
                foreach (
                    var item in FeedParser
                        .Parse(history.Feeds[feed.Name].At(at).Body)
                        .Items.Where(i => seen.Add(i.Guid))
                )
                {
                    var outcome = AnnouncementReader.Read(item, feed, Watchlist, End);
                    Assert.True(
                        outcome.Announcement is not null,
                        $"{item.Title}: {outcome.Reason}"
                    );
                    yield return outcome.Announcement!;
                }
            }
        }
    }

    private static IEnumerable<string> Expected()
    {
        using var csv = new CsvReader(
            new StreamReader(
                Path.Combine(AppContext.BaseDirectory, "History", "expected-announcements.csv")
            ),
            CultureInfo.InvariantCulture
        );
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var published = csv.GetField<DateTimeOffset>("published_utc").ToUniversalTime();
            yield return $"{csv.GetField("id_hint")} | {csv.GetField("kind")} | {published:yyyy-MM-dd HH:mm} | {csv.GetField("event_day")} | {csv.GetField("tellings")}";
        }
    }
}
