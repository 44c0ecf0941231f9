using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Correlation;

public class CorrelatorTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly DateOnly Day = SampleStudies.EventDay;

    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
    };

    [Fact]
    public async Task Run_AsWindowsClose_MeasuresEachOnceAndThenRests()
    {
        await using var host = await StartAsync(Day, SampleStudies.Announcement("a", Day));
        Assert.Equal(0, await RunAsync(host, TradingCalendar.CloseOf(Day)));
        Assert.Equal(2, await RunAfterAsync(host, Day));
        Assert.Equal(0, await RunAfterAsync(host, Day));
        Assert.Equal(["0..0", "0..0"], await WindowsAsync(host));

        await PutBarsAsync(host, TradingCalendar.Offset(Day, 6));
        Assert.Equal(2, await RunAfterAsync(host, TradingCalendar.Offset(Day, 1)));
        Assert.Equal(2, await RunAfterAsync(host, TradingCalendar.Offset(Day, 5)));
        Assert.Equal(["-1..1", "-1..1", "0..0", "0..0", "0..5", "0..5"], await WindowsAsync(host));

        await RunAfterAsync(host, TradingCalendar.Offset(Day, 6));
        var transactions = host.Get<TransactionCounter>().Count;
        Assert.Equal(0, await RunAfterAsync(host, TradingCalendar.Offset(Day, 7)));
        Assert.Equal(5, host.Get<TransactionCounter>().Count - transactions);
    }

    [Fact]
    public async Task Run_BarNotThereYet_WaitsForIt()
    {
        await using var host = await StartAsync(
            TradingCalendar.Before(Day),
            SampleStudies.Announcement("a", Day)
        );
        Assert.Equal(0, await RunAfterAsync(host, Day));
        await PutBarsAsync(host, Day);
        Assert.Equal(2, await RunAfterAsync(host, Day));
    }

    [Fact]
    public async Task Run_LateConfounder_MeasuresOpenAnnouncementsAgain()
    {
        var surprise = SampleStudies.Announcement("a", Day);
        await using var host = await StartAsync(Day, surprise);
        await RunAfterAsync(host, Day);
        Assert.All(await ReadAsync(host), r => Assert.Equal(Verdict.Significant, r.Verdict));

        var late = SampleStudies.Announcement("b", Day, AnnouncementKind.Results);
        await WriteAsync(host, late with { FirstSeenAt = host.Clock.GetUtcNow() });
        // Its own two results and the first one's two again.
        Assert.Equal(4, await RunAfterAsync(host, Day));
        var results = await ReadAsync(host);
        Assert.Equal(4, results.Count);
        Assert.All(results, r => Assert.Equal(Verdict.Confounded, r.Verdict));
        Assert.Equal(
            late.Id,
            Assert
                .Single(results.First(r => r.AnnouncementId == surprise.Id).Confounders)
                .AnnouncementId
        );
        Assert.Equal(0, await RunAfterAsync(host, Day));
    }

    [Fact]
    public async Task Run_CommentOnTheSameDay_ConfoundsNothing()
    {
        await using var host = await StartAsync(
            Day,
            SampleStudies.Announcement("a", Day),
            SampleStudies.Announcement("b", Day, AnnouncementKind.Comment)
        );
        await RunAfterAsync(host, Day);
        var results = await ReadAsync(host);
        Assert.Empty(results.First(r => r.Kind == AnnouncementKind.Product).Confounders);
        Assert.Single(results.First(r => r.Kind == AnnouncementKind.Comment).Confounders);
    }

    [Fact]
    public async Task Run_EventDayThatMoved_ReplacesTheOldRows()
    {
        var before = TradingCalendar.Before(Day);
        var story = SampleStudies.Announcement("a", Day);
        await using var host = await StartAsync(TradingCalendar.Offset(Day, 1), story);
        await RunAfterAsync(host, TradingCalendar.Offset(Day, 1));
        Assert.Equal(4, (await ReadAsync(host)).Count);

        // Another source says that it came the session before.
        await WriteAsync(
            host,
            story with
            {
                PublishedAt = TradingCalendar.OpenOf(before).AddHours(3),
            }
        );
        await RunAfterAsync(host, TradingCalendar.Offset(Day, 1));
        var results = await ReadAsync(host);
        Assert.Equal(4, results.Count);
        Assert.All(results, r => Assert.Equal(before, r.EventDay));
    }

    [Fact]
    public async Task Run_SettledStoryWithACorrectedInstant_IsMeasuredAnewWithItsNeighbours()
    {
        var next = TradingCalendar.Offset(Day, 1);
        var neighbour = SampleStudies.Announcement("b", Day, AnnouncementKind.Results);
        var story = SampleStudies.Announcement("a", Day);
        await using var host = await StartAsync(TradingCalendar.Offset(Day, 12), neighbour, story);
        // A later story carries the watermark past these two.
        var settled = TradingCalendar.Offset(Day, 6);
        await RunAfterAsync(host, settled);
        var later = SampleStudies.Announcement("c", settled, AnnouncementKind.Comment);
        await WriteAsync(host, later with { FirstSeenAt = host.Clock.GetUtcNow() });
        await RunAfterAsync(host, TradingCalendar.Offset(Day, 12));
        Assert.Equal(0, await RunAfterAsync(host, TradingCalendar.Offset(Day, 12)));

        await WriteAsync(
            host,
            story with
            {
                PublishedAt = TradingCalendar.OpenOf(next).AddHours(1),
                CorrectedAt = host.Clock.GetUtcNow(),
            }
        );
        Assert.True(await RunAfterAsync(host, TradingCalendar.Offset(Day, 12)) > 0);
        var results = await ReadAsync(host);
        Assert.All(
            results.Where(r => r.AnnouncementId == story.Id),
            r => Assert.Equal(next, r.EventDay)
        );
        var alone = results.First(r => r.AnnouncementId == neighbour.Id && r.WindowTo == 0);
        Assert.Empty(alone.Confounders);
        Assert.Equal(Verdict.Significant, alone.Verdict);
        Assert.Equal(0, await RunAfterAsync(host, TradingCalendar.Offset(Day, 12)));
    }

    [Fact]
    public async Task Run_KindThatChanged_MeasuresAgain()
    {
        var story = SampleStudies.Announcement("a", Day);
        await using var host = await StartAsync(Day, story);
        await RunAfterAsync(host, Day);
        await WriteAsync(host, story with { Kind = AnnouncementKind.Results });
        Assert.Equal(2, await RunAfterAsync(host, Day));
        Assert.All(await ReadAsync(host), r => Assert.Equal(AnnouncementKind.Results, r.Kind));
    }

    [Theory]
    [InlineData("NVDA")]
    [InlineData("SPY")]
    public async Task Run_BarMissingForGood_IsNotEnoughDataAfterThreeMoreSessions(string symbol)
    {
        await using var host = await StartAsync(
            TradingCalendar.Before(Day),
            SampleStudies.Announcement("a", Day)
        );
        await PutBarsAsync(host, TradingCalendar.Offset(Day, 2), but: (symbol, Day));
        Assert.Equal(0, await RunAfterAsync(host, TradingCalendar.Offset(Day, 2)));
        await PutBarsAsync(host, TradingCalendar.Offset(Day, 3), but: (symbol, Day));
        Assert.Equal(2, await RunAfterAsync(host, TradingCalendar.Offset(Day, 3)));
        var results = await ReadAsync(host);
        Assert.All(results, r => Assert.Equal(Verdict.NotEnoughData, r.Verdict));
        Assert.All(results, r => Assert.Equal("no return for 2025-03-18", r.VerdictReason));
        Assert.Equal(0, await RunAfterAsync(host, TradingCalendar.Offset(Day, 3)));
    }

    [Fact]
    public async Task Run_StockThatIsItsBenchmark_StoresAResultThatCanBeRead()
    {
        // The model fits exactly, so t and p are no numbers.
        await using var host = await StartAsync(
            TradingCalendar.Offset(Day, -300),
            SampleStudies.Announcement("a", Day)
        );
        var (_, benchmark) = SampleStudies.Pair(new(2023, 12, 1), Day);
        await PutAsync(host, "NVDA", benchmark.Bars);
        await PutAsync(host, "SPY", benchmark.Bars);
        Assert.Equal(2, await RunAfterAsync(host, Day));
        var results = await ReadAsync(host);
        Assert.Equal(2, results.Count);
        Assert.All(results, r => Assert.Equal(Verdict.NotEnoughData, r.Verdict));
        Assert.Empty(host.Log.Warnings);
        Assert.Equal(0, await RunAfterAsync(host, Day));
    }

    [Fact]
    public async Task Run_RottenRow_IsComputedAnewAndNamed()
    {
        await using var host = await StartAsync(Day, SampleStudies.Announcement("a", Day));
        await RunAfterAsync(host, Day);
        var table = await host.TableAsync(TableNames.Correlations);
        var rows = await host.RowsAsync(TableNames.Correlations);
        rows[0]["Verdict"] = "certain";
        await table.UpdateEntityAsync(
            rows[0],
            Azure.ETag.All,
            Azure.Data.Tables.TableUpdateMode.Replace,
            TestContext.Current.CancellationToken
        );
        Assert.Single(await ReadAsync(host));
        Assert.Contains(
            host.Log.Warnings,
            w => w.Contains(rows[0].RowKey, StringComparison.Ordinal)
        );
        Assert.Equal(1, await RunAfterAsync(host, Day));
        Assert.Equal(2, (await ReadAsync(host)).Count);
    }

    private async Task<StageHost> StartAsync(
        DateOnly barsUntil,
        params Announcement[] announcements
    )
    {
        var host = await tables.StartAsync(
            Watchlist,
            TradingCalendar.OpenOf(TradingCalendar.Before(Day))
        );
        await WriteAsync(host, announcements);
        await PutBarsAsync(host, barsUntil);
        return host;
    }

    private static Task WriteAsync(StageHost host, params Announcement[] announcements) =>
        host.Get<AnnouncementTable>()
            .WriteAsync(announcements, TestContext.Current.CancellationToken);

    /// <summary>Bars up to a session, with a jump of 20 % on the event day.</summary>
    private static async Task PutBarsAsync(
        StageHost host,
        DateOnly until,
        (string Symbol, DateOnly Session)? but = null
    )
    {
        var pair = SampleStudies.Pair(new(2023, 12, 1), until, s => s == Day ? 0.2 : 0);
        foreach (var series in new[] { pair.Stock, pair.Benchmark })
        {
            await PutAsync(
                host,
                series.Symbol,
                series.Bars.Where(b => (series.Symbol, b.Session) != but)
            );
        }
    }

    private static Task PutAsync(StageHost host, string symbol, IEnumerable<DailyPrice> bars) =>
        host.Get<PriceTable>()
            .WriteAsync(
                symbol,
                bars,
                "test",
                host.Clock.GetUtcNow(),
                TestContext.Current.CancellationToken
            );

    /// <summary>A run twenty minutes after a session's close, or a minute after the run before; how many results it stored.</summary>
    private static Task<int> RunAfterAsync(StageHost host, DateOnly session)
    {
        var due = TradingCalendar.CloseOf(session) + TimeSpan.FromMinutes(20);
        var next = host.Clock.GetUtcNow().AddMinutes(1);
        return RunAsync(host, due > next ? due : next);
    }

    private static async Task<int> RunAsync(StageHost host, DateTimeOffset at)
    {
        host.Clock.SetUtcNow(at);
        var report = await host.Get<Correlator>().RunAsync(TestContext.Current.CancellationToken);
        return report.Counts.GetValueOrDefault("correlations");
    }

    private static Task<IReadOnlyList<CorrelationResult>> ReadAsync(StageHost host) =>
        host.Get<CorrelationTable>()
            .ReadAsync(
                "NVDA",
                Day.AddDays(-30),
                Day.AddDays(30),
                TestContext.Current.CancellationToken
            );

    private static async Task<IEnumerable<string>> WindowsAsync(StageHost host) =>
        (await ReadAsync(host))
            .Select(r => $"{r.WindowFrom}..{r.WindowTo}")
            .Order(StringComparer.Ordinal);
}
