using System.IO.Compression;
using System.Net;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Storage;

namespace MarketPulse.Tests.Announcements;

public class AnnouncementIngestionTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private const string Newsroom = "https://news.example.org/feed";
    private const string Wire = "https://wire.example.org/feed";
    private const string At1600 = "Tue, 18 Mar 2025 16:00:00 GMT";

    private static readonly DateTimeOffset Now = Items.Noon.AddHours(1);

    [Fact]
    public async Task Run_TwoFeeds_StoresTheirStoriesOnce()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(
                Newsroom,
                Items.Rss(
                    ("NVIDIA Opens Quantum Laboratory in Boston", "1", At1600),
                    ("NVIDIA Launches a GPU", "2", At1600)
                )
            )
            .OnFeed(
                Wire,
                Items.Rss(
                    (
                        "NVIDIA opens quantum laboratory, Boston hopes",
                        "w1",
                        "Tue, 18 Mar 2025 16:30:00 GMT"
                    ),
                    ("Intel rises", "w2", At1600)
                )
            );
        var report = await RunAsync(host);
        Assert.Equal(2, report.Counts["announcements"]);
        Assert.Equal(1, report.Counts["retellings"]);
        Assert.Empty(report.Problems);
        var stored = await StoredAsync(host);
        Assert.Equal(
            ["newsroom", "headlines"],
            Assert
                .Single(stored, a => a.Title.Contains("Boston", StringComparison.Ordinal))
                .Sources.Select(s => s.Feed)
        );
    }

    [Fact]
    public async Task Run_Twice_StoresNothingNewAndAskNothingButWhetherItChanged()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Launches a GPU", "1", At1600)))
            .OnFeed(Wire, Items.Rss(("NVIDIA falls", "w1", At1600)));
        await RunAsync(host);
        var before = await ExportAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        var transactions = host.Get<TransactionCounter>().Count;
        var report = await RunAsync(host);
        Assert.False(report.Changed);
        Assert.Equal(1, host.Get<TransactionCounter>().Count - transactions);
        Assert.Equal(before, await ExportAsync(host));
    }

    [Fact]
    public async Task Run_FeedReadAgainWithoutValidators_StoresNothingNew()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        var body = Items.Rss(("NVIDIA Launches a GPU", "1", At1600));
        host.Web.On(Newsroom, HttpStatusCode.OK, body).On(Wire, HttpStatusCode.OK, Items.Rss());
        await RunAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await RunAsync(host)).Changed);
        Assert.Single(await StoredAsync(host));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "", "answered 500")]
    [InlineData(HttpStatusCode.OK, "<html><body>Be right back</body></html>", "Not a feed")]
    [InlineData(
        HttpStatusCode.OK,
        "<rss version=\"2.0\"><channel><item><title>NVIDIA",
        "Not a feed"
    )]
    [InlineData(HttpStatusCode.OK, "", "Not a feed")]
    public async Task Run_OneFeedBroken_ReadsTheOthersAndKeepsWhatIsStored(
        HttpStatusCode status,
        string body,
        string failure
    )
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Launches a GPU", "1", At1600)))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        host.Web.On(Newsroom, status, body).OnFeed(Wire, Items.Rss(("NVIDIA falls", "w1", At1600)));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var failedAt = host.Clock.GetUtcNow();
        var report = await RunAsync(host);
        var (what, why) = Assert.Single(report.Problems);
        Assert.Equal("newsroom", what);
        Assert.Contains(failure, why, StringComparison.Ordinal);
        Assert.Equal(2, (await StoredAsync(host)).Count);

        // The failure keeps its beginning, until the feed works again.
        host.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(host);
        var state = (await StatesAsync(host))["newsroom"];
        Assert.Equal(failedAt, state.FailingSince);
        Assert.NotNull(state.ETag);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Launches a GPU", "1", At1600)));
        await RunAsync(host);
        Assert.Null((await StatesAsync(host))["newsroom"].FailingSince);
    }

    [Fact]
    public async Task Run_ReplyThatCannotBeUnpacked_ReadsTheOthers()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.On(
                Newsroom,
                _ =>
                    new(HttpStatusCode.OK)
                    {
                        // What HttpClient hands on when a body says gzip and isn't.
                        Content = new StreamContent(
                            new GZipStream(
                                new MemoryStream("garbage, not gzip"u8.ToArray()),
                                CompressionMode.Decompress
                            )
                        ),
                    }
            )
            .OnFeed(Wire, Items.Rss(("NVIDIA falls", "w1", At1600)));
        var report = await RunAsync(host);
        Assert.Equal("newsroom", Assert.Single(report.Problems).What);
        Assert.Single(await StoredAsync(host));
    }

    [Fact]
    public async Task Run_FutureDatedItem_IsHeldUntilItsTimeHasCome()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(
                Newsroom,
                Items.Rss(
                    ("NVIDIA Launches a GPU", "1", At1600),
                    ("NVIDIA Opens a Laboratory", "2", "Tue, 18 Mar 2025 20:00:00 GMT")
                )
            )
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        Assert.Equal("NVIDIA Launches a GPU", Assert.Single(await StoredAsync(host)).Title);
        Assert.Null((await StatesAsync(host)).GetValueOrDefault("newsroom")?.ETag);

        host.Clock.SetUtcNow(new(2025, 3, 18, 20, 5, 0, TimeSpan.Zero));
        Assert.Equal(1, (await RunAsync(host)).Counts["announcements"]);
        Assert.Equal(2, (await StoredAsync(host)).Count);
        Assert.NotNull((await StatesAsync(host))["newsroom"].ETag);
    }

    [Fact]
    public async Task Run_UndatedItemInAFeedThatChangesDaysLater_IsNoNewStory()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Opens a Laboratory", "1", "")))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        var first = Assert.Single(await StoredAsync(host));
        Assert.Equal(Now, first.OrderedAt);

        host.Clock.Advance(TimeSpan.FromDays(40));
        host.Web.OnFeed(
            Newsroom,
            Items.Rss(
                ("NVIDIA Launches a GPU", "2", "Sun, 27 Apr 2025 16:00:00 GMT"),
                ("NVIDIA Opens a Laboratory", "1", "")
            )
        );
        Assert.Equal(1, (await RunAsync(host)).Counts["announcements"]);
        Assert.Equal(2, (await StoredAsync(host)).Count);
    }

    [Fact]
    public async Task Run_ItemRenamedAndDatedAnew_IsChangedInPlace()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Launches a GPU", "1", At1600)))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(20));
        host.Web.OnFeed(
            Newsroom,
            Items.Rss(("NVIDIA Launches Two GPUs", "1", "Mon, 07 Apr 2025 16:00:00 GMT"))
        );
        var report = await RunAsync(host);
        Assert.Equal(1, report.Counts["edits"]);
        var story = Assert.Single(await StoredAsync(host));
        Assert.Equal("NVIDIA Launches Two GPUs", story.Title);
        Assert.Equal(Items.Noon, story.PublishedAt);
        Assert.Equal(new(2025, 4, 7, 16, 0, 0, TimeSpan.Zero), story.UpdatedAt);
        Assert.Equal(["title", "updated"], story.Edits.Select(e => e.Field));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_PassingMention_IsNoAnnouncementAndKeepsItsReason()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss())
            .OnFeed(Wire, Items.Rss(("Cerebras is out to rival NVIDIA", "w1", At1600)));
        await RunAsync(host);
        Assert.Empty(await StoredAsync(host));
        var kept = await host.Get<SourceTable>()
            .ReadAsync<SkippedItems>(SkippedItems.Sort, TestContext.Current.CancellationToken);
        Assert.Contains(
            "comparison",
            Assert.Single(kept["headlines"].Items).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Read_RowOfAnEarlierVersion_HasTheDefaultsOfWhatItLacks()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA Launches a GPU", "1", At1600)))
            .OnFeed(Wire, Items.Rss());
        await RunAsync(host);
        var row = Assert.Single(await host.RowsAsync(TableNames.Announcements));
        row.Remove("Edits");
        row.Remove("RelevanceReason");
        row["Sources"] =
            """[{"feed":"newsroom","url":"https://e.org/1","guid":"1","title":"NVIDIA Launches a GPU","publishedAt":"2025-03-18T16:00:00+00:00"}]""";
        var table = await host.TableAsync(TableNames.Announcements);
        await table.UpdateEntityAsync(
            row,
            Azure.ETag.All,
            Azure.Data.Tables.TableUpdateMode.Replace,
            TestContext.Current.CancellationToken
        );
        var story = Assert.Single(await StoredAsync(host));
        Assert.Empty(story.Edits);
        Assert.Equal("", story.RelevanceReason);
        Assert.Equal("", story.Sources[0].TextPrint);
        Assert.Empty(host.Log.Warnings);
    }

    [Fact]
    public async Task Run_HeadlineOfEndlessLength_IsStoredCutAndReadsTheOthers()
    {
        // A column holds 32,768 characters; what doesn't fit must not stop the run.
        await using var host = await tables.StartAsync(Items.Watchlist, Now);
        host.Web.OnFeed(Newsroom, Items.Rss(("NVIDIA " + new string('x', 40_000), "1", At1600)))
            .OnFeed(Wire, Items.Rss(("NVIDIA falls", "w1", At1600)));
        Assert.Equal(2, (await RunAsync(host)).Counts["announcements"]);
        Assert.Equal(2, (await StoredAsync(host)).Count);
    }

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

    private static Task<IReadOnlyDictionary<string, FeedState>> StatesAsync(StageHost host) =>
        host.Get<SourceTable>()
            .ReadAsync<FeedState>(
                AnnouncementIngestion.Sort,
                TestContext.Current.CancellationToken
            );

    private static async Task<SortedDictionary<string, string>> ExportAsync(StageHost host)
    {
        using var folder = new TemporaryFolder();
        await host.Get<TableExport>()
            .WriteAsync(folder.Path, TestContext.Current.CancellationToken);
        return new(
            TemporaryFolder
                .Files(folder.Path)
                .ToDictionary(file => Path.GetFileName(file.Key), file => file.Value)
        );
    }
}
