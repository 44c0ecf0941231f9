using Azure.Data.Tables;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Storage;

/// <summary>What only a real table endpoint shows.</summary>
public class TableTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announcement_WrittenAndRead_IsTheSame()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var story = Items.Telling("NVIDIA’s “Blackwell” — 英伟达 😀", summary: "a\nb") with
        {
            PublishedAt = null,
            PublishedOn = new(2025, 3, 18),
        };
        await host.Get<AnnouncementTable>().WriteAsync([story], Cancellation);
        var read = Assert.Single(
            await host.Get<AnnouncementTable>()
                .ReadAsync("NVDA", Items.Noon.AddDays(-1), Items.Noon.AddDays(1), Cancellation)
        );
        Assert.Equal(story with { Sources = read.Sources }, read);
        Assert.Equal(story.Sources, read.Sources.AsEnumerable());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(5)] // Whole numbers must come back as doubles.
    [InlineData(-1e-300)]
    [InlineData(1.7976931348623157E+308)]
    [InlineData(5E-324)]
    public async Task Figure_WrittenAndRead_HasTheSameBits(double figure)
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var sources = host.Get<SourceTable>();
        await sources.WriteAsync("figures", "one", new Figure(figure), Cancellation);
        var read = (await sources.ReadAsync<Figure>("figures", Cancellation))["one"];
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(figure),
            BitConverter.DoubleToInt64Bits(read.Value)
        );
    }

    [Fact]
    public async Task Read_RottenRow_IsSkippedWithRowAndColumnNamedAndTheRestIsRead()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var sources = host.Get<SourceTable>();
        foreach (var name in (string[])["a", "b", "c"])
        {
            await sources.WriteAsync("feed", name, new FeedState(ETag: name), Cancellation);
        }

        var table = await host.TableAsync(TableNames.Sources);
        await table.UpsertEntityAsync(
            new TableEntity("feed", "b") { ["ETag"] = new byte[] { 1 } },
            TableUpdateMode.Replace,
            Cancellation
        );
        var read = await sources.ReadAsync<FeedState>("feed", Cancellation);
        Assert.Equal(["a", "c"], read.Keys.Order());
        Assert.Contains(
            "Table Sources: Row 'feed' / 'b', column ETag,",
            Assert.Single(host.Log.Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Read_Announcements_AreThoseOfTheSpanOldestFirst()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var table = host.Get<AnnouncementTable>();
        int[] hours = [5, -1, 0, 3, 4];
        await table.WriteAsync(
            hours.Select(h =>
                Items.Telling($"NVIDIA {h}", Items.Noon.AddHours(h), $"https://e.org/{h}", $"{h}")
            ),
            Cancellation
        );
        var read = await table.ReadAsync("NVDA", Items.Noon, Items.Noon.AddHours(4), Cancellation);
        Assert.Equal(["NVIDIA 0", "NVIDIA 3", "NVIDIA 4"], read.Select(a => a.Title));
        var seen = await table.ReadSeenSinceAsync("NVDA", Items.Noon.AddHours(4), Cancellation);
        Assert.Equal(["NVIDIA 4", "NVIDIA 5"], seen.Select(a => a.Title));
        Assert.Empty(
            await table.ReadAsync("AMD", Items.Noon, Items.Noon.AddHours(4), Cancellation)
        );
    }

    [Fact]
    public async Task Write_MoreRowsThanOneTransactionHolds_WritesAll()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        var bars = TradingCalendar
            .Sessions(new(2024, 1, 1), new(2024, 12, 31))
            .Select(s => new DailyPrice(s, 1, 1, 1, 1, 1))
            .ToList();
        var prices = host.Get<PriceTable>();
        await prices.WriteAsync("^GSPC", bars, "test", Items.Noon, Cancellation);
        Assert.Equal(
            252,
            (await prices.ReadAsync("^GSPC", new(2023, 1, 1), new(2025, 1, 1), Cancellation)).Count
        );
    }

    [Fact]
    public async Task Export_SameStateWrittenInAnotherOrder_IsByteStable()
    {
        var one = await ExportAsync(["1", "2", "3"]);
        var two = await ExportAsync(["3", "1", "2"]);
        Assert.Equal(one, two);
        Assert.Equal(
            TableNames.Knowledge.Order(StringComparer.Ordinal),
            one.Keys.Select(k => Path.GetFileNameWithoutExtension(k))
        );
        var lines = System
            .Text.Encoding.UTF8.GetString(Convert.FromBase64String(one["Announcements.jsonl"]))
            .Split('\n');
        Assert.Equal(4, lines.Length); // Three rows and what follows the last line feed.
        Assert.DoesNotContain("Timestamp", lines[0], StringComparison.Ordinal);
        Assert.Contains("英伟达", lines[0], StringComparison.Ordinal);
    }

    private async Task<SortedDictionary<string, string>> ExportAsync(string[] order)
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        foreach (var id in order)
        {
            await host.Get<AnnouncementTable>()
                .WriteAsync(
                    [Items.Telling($"英伟达 {id}", url: $"https://e.org/{id}", guid: id)],
                    Cancellation
                );
            await host.Get<SourceTable>()
                .WriteAsync("feed", id, new FeedState(ETag: id), Cancellation);
        }

        using var folder = new TemporaryFolder();
        var counts = await host.Get<TableExport>().WriteAsync(folder.Path, Cancellation);
        Assert.Equal(3, counts[TableNames.Announcements]);
        return new(
            TemporaryFolder
                .Files(folder.Path)
                .ToDictionary(f => Path.GetFileName(f.Key), f => f.Value),
            StringComparer.Ordinal
        );
    }

    private sealed record Figure(double Value);
}
