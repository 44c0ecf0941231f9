using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Tests.Prices;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Alerts;

public class WatchdogTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    // 11:40 UTC: the last completed session is Tuesday's.
    private static readonly DateTimeOffset Now = new(2025, 3, 19, 11, 40, 0, TimeSpan.Zero);

    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Symbols = [new("BRK.B", ["Berkshire"], [new("SPY")])],
    };

    [Theory]
    [InlineData("2025-03-18")]
    [InlineData("2025-03-17")] // One session late is within what sources do.
    public async Task Run_PricesUpToDate_SaysNothing(string last)
    {
        await using var host = await StartAsync(last);
        var report = await RunAsync(host);
        Assert.False(report.Changed);
        Assert.Empty(report.Problems);
        Assert.Empty(await PendingAsync(host));
    }

    [Fact]
    public async Task Run_PricesTwoSessionsBehind_TellsItOnce()
    {
        await using var host = await StartAsync("2025-03-14");
        Assert.Equal(1, (await RunAsync(host)).Counts["messages queued"]);
        var trouble = Assert.Single(await PendingAsync(host));
        Assert.Equal("trouble_prices_20250314", trouble.Key);
        Assert.StartsWith(
            "Prices are missing: BRK.B since 2025-03-14 (2 sessions). ",
            trouble.Trouble,
            StringComparison.Ordinal
        );

        // A day later it is the same trouble, though it has grown.
        host.Clock.Advance(TimeSpan.FromDays(1));
        var again = await RunAsync(host);
        Assert.Equal("prices", Assert.Single(again.Problems).What);
        Assert.False(again.Changed);
        Assert.Single(await PendingAsync(host));
    }

    [Fact]
    public async Task Run_BarHeldBack_IsToldOnceWithWhatToDo()
    {
        await using var host = await StartAsync("2025-03-18");
        await host.Get<PriceQuarantine>()
            .SettleAsync(
                "SPY",
                new(2025, 3, 18),
                new(2025, 3, 18),
                [
                    new(
                        new(new(2025, 3, 18), 10, 10, 10, 10, 1),
                        "yahoo",
                        "its return is wild",
                        IsDoubtful: true
                    ),
                ],
                Now,
                TestContext.Current.CancellationToken
            );
        Assert.Equal(1, (await RunAsync(host)).Counts["messages queued"]);
        var trouble = Assert.Single(await PendingAsync(host)).Trouble;
        Assert.StartsWith(
            "SPY: a bar is held back. The bar of 2025-03-18 from yahoo (close 10) isn't believed: its return is wild.",
            trouble,
            StringComparison.Ordinal
        );
        Assert.Contains("--believe", trouble, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_TroubleAlreadyMailed_IsNotToldAgain()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync("2025-03-14", sender);
        await RunAsync(host);
        await host.Get<AlertStage>().RunAsync(TestContext.Current.CancellationToken);
        var mail = Assert.Single(sender.Taken);
        Assert.Equal(
            "MarketPulse needs a look: Prices are missing: BRK.B since 2025-03-14 (2 sessions)",
            mail.Message.Subject
        );
        Assert.Contains("marketpulse doctor", mail.Message.TextBody, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False((await RunAsync(host)).Changed);
        Assert.Empty(await PendingAsync(host));
    }

    [Theory]
    [InlineData(23.9, false)]
    [InlineData(24, true)]
    public async Task Run_FailingFeed_IsToldAfterADay(double hours, bool told)
    {
        await using var host = await StartAsync("2025-03-18");
        await FeedAsync(
            host,
            new(ETag: "\"x\"", FailingSince: Now.AddHours(-hours), Failure: "answered 500.")
        );
        var report = await RunAsync(host);
        Assert.Equal(told, report.Changed);
        if (told)
        {
            Assert.Equal(
                "The feed wire has failed since 2025-03-18 11:40 UTC. It said last: answered 500.",
                Assert.Single(await PendingAsync(host)).Trouble
            );
        }
        else
        {
            Assert.Empty(await PendingAsync(host));
        }
    }

    [Fact]
    public async Task Run_FeedThatFailsAnewAfterAWorkingDay_IsAnotherTrouble()
    {
        await using var host = await StartAsync("2025-03-18");
        await FeedAsync(host, new(FailingSince: Now.AddDays(-3), Failure: "a"));
        await RunAsync(host);
        await FeedAsync(host, new(FailingSince: Now.AddDays(-1), Failure: "b"));
        await RunAsync(host);
        Assert.Equal(2, (await PendingAsync(host)).Count);
    }

    [Fact]
    public async Task Run_NoPriceAtAllSinceTheCalendarsFirstDay_TellsIt()
    {
        await using var host = await tables.StartAsync(
            Watchlist with
            {
                Since = TradingCalendar.First,
                Symbols = [new("SPY", ["SPDR"], [new("SPY")])],
            },
            new(2000, 1, 6, 11, 40, 0, TimeSpan.Zero)
        );
        Assert.Equal(1, (await RunAsync(host)).Counts["messages queued"]);
        Assert.Contains(
            "SPY (none stored yet)",
            Assert.Single(await PendingAsync(host)).Trouble,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Run_TroubleThatIsOver_IsToldOnceInTheSameThread()
    {
        await using var host = await StartAsync("2025-03-14");
        await RunAsync(host);
        await PutAsync(host, "BRK.B", new(2025, 3, 18));
        Assert.Equal(1, (await RunAsync(host)).Counts["messages queued"]);
        Assert.False((await RunAsync(host)).Changed);
        var pending = await PendingAsync(host);
        var clear = Assert.Single(pending, n => n.Notice is not null);
        Assert.Equal("clear_trouble_prices_20250314", clear.Key);
        Assert.Equal(Notification.MessageIdOf("trouble_prices_20250314"), clear.InReplyTo);
        Assert.StartsWith(
            "MarketPulse works again. It was: Prices are missing",
            clear.Notice!.Subject,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025-03-17T12:00:00Z", false)] // One completed session ago.
    [InlineData("2025-03-14T21:00:00Z", true)]
    public async Task Run_FunctionThatNoLongerEnds_IsTold(string finishedAt, bool told)
    {
        await using var host = await StartAsync("2025-03-18");
        await host.Get<RunTable>()
            .WriteAsync(
                FunctionNames.Correlate,
                DateTimeOffset.Parse(finishedAt, System.Globalization.CultureInfo.InvariantCulture),
                "nothing new",
                TestContext.Current.CancellationToken
            );
        Assert.Equal(told, (await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_NoNewsWhereARuleWatchesForIt_IsTold()
    {
        await using var host = await tables.StartAsync(
            Watchlist with
            {
                Rules = [new("dead man", Trouble: new(News: 5))],
            },
            Now
        );
        await PutAsync(host, "BRK.B", new(2025, 3, 18));
        await PutAsync(host, "SPY", new(2025, 3, 18));
        await RunAsync(host);
        Assert.Contains(
            "No announcement about BRK.B has come since",
            Assert.Single(await PendingAsync(host)).Trouble,
            StringComparison.Ordinal
        );
    }

    private async Task<StageHost> StartAsync(string last, FakeSender? sender = null)
    {
        var host = await tables.StartAsync(
            Watchlist,
            Now,
            services => services.AddSingleton<IEmailSender>(sender ?? new FakeSender())
        );
        var until = DateOnly.ParseExact(
            last,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture
        );
        await PutAsync(host, "BRK.B", until);
        await PutAsync(host, "SPY", new(2025, 3, 19));
        return host;
    }

    private static Task PutAsync(StageHost host, string symbol, DateOnly until) =>
        host.Get<PriceTable>()
            .WriteAsync(
                symbol,
                TradingCalendar
                    .Sessions(new(2025, 3, 3), until)
                    .Select(s => ChartServer.Bar(s, 100)),
                "test",
                Now,
                TestContext.Current.CancellationToken
            );

    private static Task FeedAsync(StageHost host, FeedState state) =>
        host.Get<SourceTable>()
            .WriteAsync(
                AnnouncementIngestion.Sort,
                "wire",
                state,
                TestContext.Current.CancellationToken
            );

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<Watchdog>().RunAsync(TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<Notification>> PendingAsync(StageHost host) =>
        host.Get<Outbox>().ReadAsync(Outbox.Pending, TestContext.Current.CancellationToken);
}
