using System.Net;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Prices;

public class PriceIngestionTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private const string Unknown =
        """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}""";

    // A Tuesday, 16:20 in New York: the session has ended and its margin has passed.
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 20, 20, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2025, 3, 18);

    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Since = new(2024, 12, 2),
        Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
    };

    [Fact]
    public async Task Run_EmptyTable_FetchesEverySessionSinceTheFirst()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("NVDA", new(2024, 11, 1), Today).Fill("SPY", new(2024, 11, 1), Today);
        var report = await RunAsync(host);
        Assert.Empty(report.Problems);
        Assert.Equal(
            TradingCalendar.Sessions(Watchlist.Since, Today),
            await SessionsAsync(host, "NVDA")
        );
    }

    [Theory]
    [InlineData("2025-03-18T15:00:00Z", "2025-03-17")] // In session.
    [InlineData("2025-03-18T20:14:59Z", "2025-03-17")] // Closed, but not for a quarter of an hour yet.
    [InlineData("2025-03-18T20:15:00Z", "2025-03-18")]
    [InlineData("2025-03-18T04:30:00Z", "2025-03-17")] // Past midnight in New York.
    public async Task Run_BarsOfOpenAndFutureSessions_AreRefused(string now, string last)
    {
        await using var host = await tables.StartAsync(
            Watchlist,
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );
        Serve(host)
            .Fill("NVDA", new(2025, 3, 3), new(2025, 3, 21))
            .Fill("SPY", new(2025, 3, 3), new(2025, 3, 21));
        await RunAsync(host);
        Assert.Equal(
            DateOnly.ParseExact(
                last,
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            (await SessionsAsync(host, "NVDA"))[^1]
        );
    }

    [Fact]
    public async Task Run_BarOfADayWithoutASession_IsRefused()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host)
            .Fill("NVDA", Watchlist.Since, Today)
            .Fill("SPY", Watchlist.Since, Today);
        server.Set("NVDA", ChartServer.Bar(new(2025, 3, 15), 999)); // A Saturday.
        server.Set("NVDA", ChartServer.Bar(new(2025, 1, 9), 999)); // A day of mourning.
        await RunAsync(host);
        Assert.Equal(
            TradingCalendar.Sessions(Watchlist.Since, Today),
            await SessionsAsync(host, "NVDA")
        );
    }

    [Fact]
    public async Task Run_NothingMissing_AsksNobodyAndCostsOneTransactionInAll()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("NVDA", Watchlist.Since, Today).Fill("SPY", Watchlist.Since, Today);
        await RunAsync(host);
        var (requests, transactions) = (
            host.Web.Requests.Count,
            host.Get<TransactionCounter>().Count
        );
        host.Clock.Advance(TimeSpan.FromHours(1));
        var report = await RunAsync(host);
        Assert.False(report.Changed);
        Assert.Equal(requests, host.Web.Requests.Count);
        Assert.Equal(1, host.Get<TransactionCounter>().Count - transactions);
    }

    [Fact]
    public async Task Run_NothingMissingInJanuary_CostsOneTransactionInAll()
    {
        // The weeks looked at lie in two years' partitions.
        var now = new DateTimeOffset(2025, 1, 7, 21, 20, 0, TimeSpan.Zero);
        await using var host = await tables.StartAsync(Watchlist, now);
        Serve(host)
            .Fill("NVDA", Watchlist.Since, new(2025, 1, 7))
            .Fill("SPY", Watchlist.Since, new(2025, 1, 7));
        await RunAsync(host);
        var transactions = host.Get<TransactionCounter>().Count;
        await RunAsync(host);
        Assert.Equal(1, host.Get<TransactionCounter>().Count - transactions);
    }

    [Fact]
    public async Task Run_NullClose_IsLeftOutAndAskedAgain()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host)
            .Fill("NVDA", Watchlist.Since, Today)
            .Fill("SPY", Watchlist.Since, Today);
        server.SetNull("NVDA", Today);
        var report = await RunAsync(host);
        Assert.Equal(
            ("NVDA", "The source has no bar of 2025-03-18 yet; the next run asks again."),
            Assert.Single(report.Problems)
        );
        Assert.Equal(new(2025, 3, 17), (await SessionsAsync(host, "NVDA"))[^1]);
        Assert.Contains(
            host.Log.Warnings,
            w => w.StartsWith("NVDA 2025-03-18: bar left out", StringComparison.Ordinal)
        );

        server.Set("NVDA", ChartServer.Bar(Today, 101));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await RunAsync(host)).Counts["bars"]);
        Assert.Equal(Today, (await SessionsAsync(host, "NVDA"))[^1]);
    }

    [Fact]
    public async Task Run_GapThatTheSourceFillsLater_IsFilled()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host)
            .Fill("NVDA", Watchlist.Since, new(2025, 3, 19))
            .Fill("SPY", Watchlist.Since, new(2025, 3, 19));
        server.SetNull("NVDA", new(2025, 3, 12));
        await RunAsync(host);
        Assert.DoesNotContain(new(2025, 3, 12), await SessionsAsync(host, "NVDA"));

        server.Set("NVDA", ChartServer.Bar(new(2025, 3, 12), 101));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(host);
        Assert.Contains(new(2025, 3, 12), await SessionsAsync(host, "NVDA"));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "Too Many Requests", "answered 429")]
    [InlineData(HttpStatusCode.Unauthorized, "{}", "answered 401")]
    [InlineData(HttpStatusCode.OK, "<html>Before you continue</html>", "is not its chart format")]
    [InlineData(HttpStatusCode.NotFound, Unknown, "symbol may be delisted")]
    [InlineData(
        HttpStatusCode.OK,
        """{"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},"timestamp":[1.5],"indicators":{"quote":[{}]}}],"error":null}}""",
        "NVDA"
    )]
    public async Task Run_OneSymbolRefused_IsNamedAndTheOthersGoOn(
        HttpStatusCode status,
        string body,
        string why
    )
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("SPY", Watchlist.Since, Today);
        host.Web.On(ChartServer.Address(1, "NVDA"), status, body)
            .On(ChartServer.Address(2, "NVDA"), status, body);
        var report = await RunAsync(host);
        var problem = Assert.Single(report.Problems);
        Assert.Equal("NVDA", problem.What);
        Assert.Contains(why, problem.Why, StringComparison.Ordinal);
        Assert.Empty(await SessionsAsync(host, "NVDA"));
        Assert.Equal(Today, (await SessionsAsync(host, "SPY"))[^1]);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "")]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.OK, "<html>Before you continue</html>")]
    public async Task Run_FirstHostRefuses_AsksTheSecond(HttpStatusCode status, string body)
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("NVDA", Watchlist.Since, Today).Fill("SPY", Watchlist.Since, Today);
        host.Web.On(ChartServer.Address(1, "NVDA"), status, body);
        Assert.Empty((await RunAsync(host)).Problems);
        Assert.Equal(Today, (await SessionsAsync(host, "NVDA"))[^1]);
    }

    [Fact]
    public async Task Run_UnknownSymbol_DoesNotAskTheSecondHost()
    {
        // Both serve the same data: what one doesn't know, the other doesn't either.
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("SPY", Watchlist.Since, Today);
        host.Web.On(ChartServer.Address(1, "NVDA"), HttpStatusCode.NotFound, Unknown);
        await RunAsync(host);
        Assert.DoesNotContain(
            host.Web.Requests,
            r => r.AbsoluteUri.StartsWith(ChartServer.Address(2, "NVDA"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Run_RevisedBar_ReplacesTheStoredOneAndSaysSo()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host)
            .Fill("NVDA", Watchlist.Since, new(2025, 3, 19))
            .Fill("SPY", Watchlist.Since, new(2025, 3, 19));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(new(2025, 3, 17), 104));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(3, (await RunAsync(host)).Counts["bars"]); // Two new ones and the revised one.
        var series = await ReadAsync(host, "NVDA");
        Assert.Equal(104, series[series.IndexOf(new(2025, 3, 17))].Close);
        Assert.Contains(
            host.Log.Warnings,
            w => w.Contains("revised its bar; close 100 is now 104", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2024-12-27", "2025-01-07")] // Over a year's end.
    [InlineData("2024-12-20", "2025-02-20")] // After two months of silence.
    [InlineData("2025-01-10", "2025-03-18")]
    public async Task Run_AfterMissedSessions_CatchesThemAllUp(string stopped, string resumed)
    {
        var (last, again) = (Date(stopped), Date(resumed));
        await using var host = await tables.StartAsync(
            Watchlist,
            TradingCalendar.CloseOf(last) + TimeSpan.FromMinutes(20)
        );
        Serve(host).Fill("NVDA", Watchlist.Since, again).Fill("SPY", Watchlist.Since, again);
        await RunAsync(host);
        Assert.Equal(last, (await SessionsAsync(host, "NVDA"))[^1]);
        host.Clock.SetUtcNow(TradingCalendar.CloseOf(again) + TimeSpan.FromMinutes(20));
        Assert.Empty((await RunAsync(host)).Problems);
        Assert.Equal(
            TradingCalendar.Sessions(Watchlist.Since, again),
            await SessionsAsync(host, "NVDA")
        );
    }

    [Fact]
    public async Task Run_SplitBetweenTwoFetches_KeepsEveryCloseAsTraded()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host)
            .Fill("NVDA", Watchlist.Since, Today, _ => 1200)
            .Fill("SPY", Watchlist.Since, new(2025, 3, 19));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(new(2025, 3, 19), 121, splitRatio: 10));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await RunAsync(host)).Counts["bars"]); // One a symbol: no old bar looks revised.
        var series = await ReadAsync(host, "NVDA");
        Assert.Equal([1200, 1200, 121], series.Bars.TakeLast(3).Select(b => b.Close));
        Assert.Equal(10, series[^1].SplitRatio);
        Assert.Equal((121.0 / 120) - 1, series.Return(series.Count - 1), 12);
        Assert.DoesNotContain(
            host.Log.Warnings,
            w => w.Contains("revised", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Read_RottenRow_IsSkippedWithItsColumnNamed()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("NVDA", Watchlist.Since, Today).Fill("SPY", Watchlist.Since, Today);
        await RunAsync(host);
        var prices = await host.TableAsync(TableNames.Prices);
        await prices.UpsertEntityAsync(
            new Azure.Data.Tables.TableEntity("NVDA_2025", "20250314")
            {
                ["Open"] = 1.0,
                ["High"] = "high",
            },
            Azure.Data.Tables.TableUpdateMode.Replace,
            TestContext.Current.CancellationToken
        );
        var sessions = await SessionsAsync(host, "NVDA");
        Assert.DoesNotContain(new(2025, 3, 14), sessions);
        Assert.Contains(new(2025, 3, 13), sessions);
        Assert.Contains(Today, sessions);
        Assert.Contains(
            host.Log.Warnings,
            w => w.Contains("Row 'NVDA_2025' / '20250314', column High,", StringComparison.Ordinal)
        );
    }

    private static ChartServer Serve(StageHost host) =>
        new ChartServer(host.Clock).Serve(host.Web, "NVDA", "SPY");

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<PriceIngestion>().RunAsync(TestContext.Current.CancellationToken);

    private static Task<PriceSeries> ReadAsync(StageHost host, string symbol) =>
        host.Get<PriceTable>()
            .ReadAsync(
                symbol,
                new(2024, 1, 1),
                new(2025, 12, 31),
                TestContext.Current.CancellationToken
            );

    private static async Task<List<DateOnly>> SessionsAsync(StageHost host, string symbol) =>
        [.. (await ReadAsync(host, symbol)).Bars.Select(b => b.Session)];

    private static DateOnly Date(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
