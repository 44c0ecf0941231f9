using System.Globalization;
using System.Net;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Announcements;

/// <summary>What servers and sources do to a feed between two runs, against real tables.</summary>
public class IngestionHealingTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private const string Newsroom = "https://news.example.org/feed";
    private const string Wire = "https://wire.example.org/feed";

    private static readonly DateTimeOffset Now = Items.Noon.AddHours(1);

    [Fact]
    public async Task Run_RetryAfter_IsKeptAndTheServerNotAskedBefore()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.On(
                Newsroom,
                _ =>
                {
                    var answer = FakeWeb.Answer(HttpStatusCode.ServiceUnavailable);
                    answer.Headers.TryAddWithoutValidation("Retry-After", "3600");
                    return answer;
                }
            )
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        Assert.Equal(Now.AddHours(1), (await StateAsync(host))?.NotBefore);

        host.Web.OnFeed(Newsroom, Items.Rss(Story("NVIDIA Launches a GPU", "1")));
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        var asked = Asked(host);
        await RunAsync(host);
        Assert.Equal(asked, Asked(host));
        Assert.Empty(await StoredAsync(host));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(host);
        Assert.Single(await StoredAsync(host));
        Assert.Null((await StateAsync(host))?.NotBefore);
    }

    [Fact]
    public async Task Run_FeedThatMovedForGood_IsReadAndTheNewAddressNamed()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        const string Moved = "https://news.example.org/new-feed";
        host.Web.On(
                Newsroom,
                _ =>
                {
                    var answer = FakeWeb.Answer(HttpStatusCode.MovedPermanently);
                    answer.Headers.Location = new(Moved);
                    return answer;
                }
            )
            .OnFeed(Moved, Items.Rss(Story("NVIDIA Launches a GPU", "1")))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        Assert.Single(await StoredAsync(host));
        Assert.Contains(
            host.Log.Warnings,
            w =>
                w.Contains(Moved, StringComparison.Ordinal)
                && w.Contains("newsroom", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Run_CutOffBeforeTheValidatorsWereStored_ReadsAgainWithoutDoubles()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(
                Newsroom,
                Items.Rss(
                    Story("NVIDIA Launches a GPU", "1"),
                    Story("NVIDIA Opens a Laboratory", "2")
                )
            )
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        var before = await StoredAsync(host);

        // What a run leaves that is killed in between: the announcements are there, the validators aren't.
        await host.Get<SourceTable>()
            .WriteAsync(
                AnnouncementIngestion.Sort,
                "newsroom",
                new FeedState(),
                TestContext.Current.CancellationToken
            );
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        var report = await RunAsync(host);
        Assert.False(report.Counts.ContainsKey("announcements"));
        Assert.False(report.Counts.ContainsKey("edits"));
        Assert.Equal(
            before.Select(a => (a.Id, a.FirstSeenAt)),
            (await StoredAsync(host)).Select(a => (a.Id, a.FirstSeenAt))
        );
        Assert.NotNull((await StateAsync(host))?.ETag);
    }

    [Fact]
    public async Task Run_ItemWithALaterUpdate_ChangesItInPlaceAndKeepsTheDifference()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Atom("NVIDIA Launches a GPU", "2025-03-18T16:00:00Z"))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        var first = Assert.Single(await StoredAsync(host));
        Assert.Null(first.UpdatedAt);

        host.Clock.Advance(TimeSpan.FromHours(3));
        host.Web.OnFeed(Newsroom, Atom("NVIDIA Launches Two GPUs", "2025-03-18T19:00:00Z"));
        Assert.Equal(1, (await RunAsync(host)).Counts["edits"]);
        var edited = Assert.Single(await StoredAsync(host));
        Assert.Equal(
            (first.Id, first.PublishedAt, first.FirstSeenAt, first.CorrectedAt),
            (edited.Id, edited.PublishedAt, edited.FirstSeenAt, edited.CorrectedAt)
        );
        Assert.Equal(Instant("2025-03-18T19:00:00Z"), edited.UpdatedAt);
        Assert.Equal(
            [
                ("title", "NVIDIA Launches a GPU", "NVIDIA Launches Two GPUs"),
                ("updated", "", "2025-03-18T19:00:00Z"),
            ],
            edited.Edits.Select(e => (e.Field, e.Was, e.Became))
        );

        // The same feed without validators says nothing new.
        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Web.On(
            Newsroom,
            HttpStatusCode.OK,
            Atom("NVIDIA Launches Two GPUs", "2025-03-18T19:00:00Z")
        );
        await RunAsync(host);
        Assert.Equal(2, Assert.Single(await StoredAsync(host)).Edits.Length);
    }

    [Fact]
    public async Task Run_ItemThatOnlySetsItsUpdateAnew_KeepsItsOtherEdits()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Atom("NVIDIA Launches a GPU", "2025-03-18T16:00:00Z"))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        for (var hour = 18; hour < 24; hour++)
        {
            host.Clock.SetUtcNow(Instant($"2025-03-18T{hour}:30:00Z"));
            host.Web.OnFeed(
                Newsroom,
                Atom("NVIDIA Launches Two GPUs", $"2025-03-18T{hour}:00:00Z")
            );
            await RunAsync(host);
        }

        var edited = Assert.Single(await StoredAsync(host));
        Assert.Equal(["title", "updated"], edited.Edits.Select(e => e.Field));
        Assert.Equal(Instant("2025-03-18T23:00:00Z"), edited.UpdatedAt);
    }

    [Fact]
    public async Task Run_SameStoryUnderAnotherGuid_IsNoNewStory()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(Story("NVIDIA Launches a GPU for Robots", "1")))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Web.OnFeed(
            Newsroom,
            Items
                .Rss(Story("NVIDIA Launches a GPU for Robots", "1"))
                .Replace("\">1</guid>", "\">tag:news,2025:77</guid>", StringComparison.Ordinal)
        );
        var report = await RunAsync(host);
        Assert.False(report.Counts.ContainsKey("announcements"));
        Assert.Single(Assert.Single(await StoredAsync(host)).Sources);
    }

    [Fact]
    public async Task Run_StoryToldByFourSources_IsOneAnnouncementWithFourSources()
    {
        WatchedFeed[] feeds =
        [
            new("newsroom", new("https://news.example.org/feed"), "NVDA"),
            new("blog", new("https://blog.example.org/feed"), "NVDA"),
            new("sec-8k", new("https://sec.example.org/feed"), "NVDA"),
            new("headlines", new("https://wire.example.org/feed")),
        ];
        await using var host = await tables.StartAsync(
            Items.Watchlist with
            {
                Feeds = [.. feeds],
            },
            Now
        );
        (string, string)[] told =
        [
            ("NVIDIA Announces Financial Results for Fourth Quarter and Fiscal 2025", "n"),
            ("NVIDIA Financial Results for Fourth Quarter and Fiscal 2025 at a Glance", "b"),
            ("8-K: NVIDIA Financial Results for Fourth Quarter and Fiscal 2025 (Item 2.02)", "s"),
            (
                "NVIDIA financial results for fourth quarter fiscal 2025: revenue of $39.3 billion",
                "w"
            ),
        ];
        foreach (var (feed, (title, id)) in feeds.Zip(told))
        {
            host.Web.OnFeed(feed.Url.AbsoluteUri, Items.Rss(Story(title, id)));
        }

        await RunAsync(host);
        Assert.Equal(
            feeds.Select(f => f.Name).Order(),
            Assert.Single(await StoredAsync(host)).Sources.Select(s => s.Feed).Order()
        );
    }

    private static (string, string, string) Story(string title, string id) =>
        (title, id, "Tue, 18 Mar 2025 16:00:00 GMT");

    private static string Atom(string title, string updated) =>
        $"""<feed xmlns="http://www.w3.org/2005/Atom"><title>f</title><id>urn:f</id><updated>{updated}</updated><entry><id>urn:1</id><title>{title}</title><link href="https://e.org/1"/><published>2025-03-18T16:00:00Z</published><updated>{updated}</updated></entry></feed>""";

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static int Asked(StageHost host) =>
        host.Web.Requests.Count(r => r.AbsoluteUri == Newsroom);

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<AnnouncementIngestion>().RunAsync(TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<Announcement>> StoredAsync(StageHost host) =>
        host.Get<AnnouncementTable>()
            .ReadAsync(
                "NVDA",
                Items.Noon.AddYears(-1),
                Items.Noon.AddYears(1),
                TestContext.Current.CancellationToken
            );

    private static async Task<FeedState?> StateAsync(StageHost host) =>
        (
            await host.Get<SourceTable>()
                .ReadAsync<FeedState>(
                    AnnouncementIngestion.Sort,
                    TestContext.Current.CancellationToken
                )
        ).GetValueOrDefault("newsroom");
}
