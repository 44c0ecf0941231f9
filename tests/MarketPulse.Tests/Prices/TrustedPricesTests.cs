using System.Net;
using MarketPulse.Prices;
using MarketPulse.Queries;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Prices;

/// <summary>What keeps wrong, late and missing bars from becoming figures.</summary>
public class TrustedPricesTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private const string Unknown =
        """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}""";

    private static readonly DateOnly Today = new(2025, 3, 18);
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 20, 20, 0, TimeSpan.Zero);

    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Since = new(2025, 1, 2),
        Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
    };

    [Theory]
    [InlineData("2024-11-29T18:14:59Z", "2024-11-27")] // Thanksgiving lies between.
    [InlineData("2024-11-29T18:15:00Z", "2024-11-29")]
    public async Task Run_EarlyClose_BarIsFinalAQuarterOfAnHourAfterIt(string now, string last)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        await using var host = await tables.StartAsync(
            Watchlist with
            {
                Since = new(2024, 11, 1),
            },
            at
        );
        Serve(host, until: new(2024, 11, 29), since: new(2024, 11, 1));
        await RunAsync(host);
        Assert.Equal(last, $"{(await StoredAsync(host))[^1].Session:yyyy-MM-dd}");
    }

    [Fact]
    public async Task Run_NewSession_CostsAtMostSixTransactionsASymbol()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var end = TradingCalendar.Offset(Today, 10);
        var server = Serve(host);
        await RunAsync(host);
        for (var session = TradingCalendar.After(Today); session <= end; )
        {
            host.Clock.SetUtcNow(TradingCalendar.CloseOf(session) + TimeSpan.FromMinutes(20));
            server.Fill("NVDA", session, session).Fill("SPY", session, session);
            var before = host.Get<TransactionCounter>().Count;
            await RunAsync(host);
            // Two symbols; once a week the whole history is compared.
            Assert.InRange(host.Get<TransactionCounter>().Count - before, 1, 8);
            session = TradingCalendar.After(session);
        }

        Assert.Equal(end, (await StoredAsync(host))[^1].Session);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_StateThatIsGoneOrWrong_IsDerivedAnew(bool wrong)
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host);
        await RunAsync(host);
        var sources = await host.TableAsync(TableNames.Sources);
        if (wrong)
        {
            await host.Get<SourceTable>()
                .WriteAsync(
                    PriceState.Sort,
                    "NVDA",
                    PriceState.None with
                    {
                        Newest = new(2029, 1, 2),
                        CheckedOn = new(2029, 1, 2),
                    },
                    Cancellation
                );
        }
        else
        {
            await sources.DeleteEntityAsync(
                PriceState.Sort,
                "NVDA",
                cancellationToken: Cancellation
            );
        }

        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await RunAsync(host)).Counts.GetValueOrDefault("bars"));
        Assert.Equal(Today, (await StateAsync(host)).Newest);
        var requests = host.Web.Requests.Count;
        await RunAsync(host);
        Assert.Equal(requests, host.Web.Requests.Count);
    }

    [Fact]
    public async Task Run_RowOfAnEarlierVersion_IsReadAndKept()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var prices = await host.TableAsync(TableNames.Prices);
        await prices.AddEntityAsync(
            new Azure.Data.Tables.TableEntity("NVDA_2025", "20250317")
            {
                ["Open"] = 100.0,
                ["High"] = 102.0,
                ["Low"] = 98.0,
                ["Close"] = 100.0,
                ["Volume"] = 1000L,
                ["Dividend"] = 0.0,
                ["SplitRatio"] = 1.0,
                ["Source"] = "yahoo",
                ["RetrievedAt"] = Now.AddDays(-1),
            },
            Cancellation
        );
        Serve(host);
        await RunAsync(host);
        var bar = (await StoredAsync(host)).Single(b => b.Session == new DateOnly(2025, 3, 17));
        Assert.Equal(("yahoo", Now.AddDays(-1)), (bar.Source, bar.RetrievedAt));
        Assert.Empty(bar.Revisions);
    }

    [Fact]
    public async Task Run_GapThatNobodyFills_IsNamedAndAskedForABoundedNumberOfTimes()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host);
        server.SetNull("NVDA", new(2025, 2, 4));
        server.SetNull("NVDA", new(2025, 2, 5));
        var report = await RunAsync(host);
        Assert.Equal(
            (
                "NVDA",
                "The source has no bar of 2025-02-04 to 2025-02-05; it is asked for again, 10 times at most."
            ),
            Assert.Single(report.Problems)
        );
        var before = Asked(host);
        var given = false;
        // The same session's hours and then days without a new one.
        for (var hour = 0; hour < 24 * 12; hour++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(60));
            if (
                TradingCalendar.LastCompleted(host.Clock.GetUtcNow(), PriceIngestion.Margin)
                != Today
            )
            {
                server.Fill("NVDA", Today, Later(host)).Fill("SPY", Today, Later(host));
            }

            given |= (await RunAsync(host)).Problems.Any(p =>
                p.Why.Contains("they are given up", StringComparison.Ordinal)
            );
        }

        Assert.True(given);
        // Eight new sessions have a request each in any case.
        Assert.InRange(Asked(host) - before, 9, 8 + 9);
    }

    [Fact]
    public async Task Run_GapFilledLater_IsStoredAndNotedForTheResultsBehindIt()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host);
        server.SetNull("NVDA", new(2025, 2, 4));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(new(2025, 2, 4), 101));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await RunAsync(host)).Counts["bars"]);
        var state = await StateAsync(host);
        Assert.Empty(state.Gaps);
        Assert.Equal(
            new BarChange(new(2025, 2, 4), new(2025, 2, 4), host.Clock.GetUtcNow()),
            state.Changes[^1]
        );
    }

    [Fact]
    public async Task Run_SymbolThatVanishes_SaysSoWithTheCureAndAsksOnceASession()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        Serve(host).Fill("NVDA", Today, new(2025, 3, 20)).Fill("SPY", Today, new(2025, 3, 20));
        await RunAsync(host);
        host.Web.On(ChartServer.Address(1, "NVDA"), HttpStatusCode.NotFound, Unknown);
        host.Clock.Advance(TimeSpan.FromDays(1));
        var before = Asked(host);
        for (var hour = 0; hour < 5; hour++)
        {
            var problem = Assert.Single((await RunAsync(host)).Problems);
            Assert.Contains("symbol may be delisted", problem.Why, StringComparison.Ordinal);
            Assert.Contains(
                "write its new symbol into the watchlist",
                problem.Why,
                StringComparison.Ordinal
            );
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, Asked(host) - before);
        Assert.Equal(Today, (await StoredAsync(host))[^1].Session);

        Serve(host, until: new(2025, 3, 20)); // It is back.
        host.Clock.SetUtcNow(Now.AddDays(2));
        Assert.Empty((await RunAsync(host)).Problems);
        Assert.Null((await StateAsync(host)).Trouble);
    }

    [Fact]
    public async Task Run_JumpWithoutASplit_IsHeldBackToldOnceAndLetGoWhenPutRight()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host);
        server.Set("NVDA", ChartServer.Bar(Today, 10));
        var first = await RunAsync(host);
        Assert.Contains(
            first.Problems,
            p => p.Why.Contains("return of −90.0 %", StringComparison.Ordinal)
        );
        Assert.Equal(1, first.Counts["bars held back"]);
        Assert.Equal(Today, Assert.Single(await HeldAsync(host)).Session);
        Assert.DoesNotContain(Today, (await StoredAsync(host)).Select(b => b.Session));

        host.Clock.Advance(TimeSpan.FromHours(1));
        var second = await RunAsync(host);
        Assert.False(second.Changed);
        Assert.DoesNotContain(
            second.Problems,
            p => p.Why.Contains("isn't believed", StringComparison.Ordinal)
        );

        server.Set("NVDA", ChartServer.Bar(Today, 101));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await RunAsync(host)).Counts["bars let go"]);
        Assert.Empty(await HeldAsync(host));
        Assert.Equal(101, (await StoredAsync(host))[^1].Bar.Close);
    }

    [Fact]
    public async Task Run_RevisionThatCannotBeBelieved_DoesNotTouchWhatIsStored()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host, until: new(2025, 3, 19));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(Today, 1000));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(host);
        var bar = (await StoredAsync(host)).Single(b => b.Session == Today);
        Assert.Equal(100, bar.Bar.Close);
        Assert.Empty(bar.Revisions);
        Assert.Equal(1000, Assert.Single(await HeldAsync(host)).Close);
    }

    [Theory]
    [InlineData(10.01, true)] // The second source says the same: it is true.
    [InlineData(100, false)]
    public async Task Run_JumpAndASecondSource_DecidesIt(double second, bool confirmed)
    {
        var later = Now.AddHours(4);
        await using var host = await tables.StartAsync(Watchlist, later, WithTiingo);
        Serve(host).Set("NVDA", ChartServer.Bar(Today, 10));
        ServeTiingo(host, Today, second);
        await RunAsync(host);
        var bar = (await StoredAsync(host))[^1];
        Assert.Empty(await HeldAsync(host));
        Assert.Equal(confirmed ? ("yahoo", 10.0) : ("tiingo", 100.0), (bar.Source, bar.Bar.Close));
    }

    [Fact]
    public async Task Run_FirstSourceShut_TakesTheSecondAndLaterTheFirstAgain()
    {
        await using var host = await tables.StartAsync(Watchlist, Now, WithTiingo);
        Serve(host, until: new(2025, 3, 19));
        await RunAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(1));
        host.Web.On(ChartServer.Address(1, "NVDA"), HttpStatusCode.TooManyRequests)
            .On(ChartServer.Address(2, "NVDA"), HttpStatusCode.TooManyRequests);
        ServeTiingo(host, new(2025, 3, 19), 100.5);
        Assert.Empty((await RunAsync(host)).Problems);
        var bar = (await StoredAsync(host))[^1];
        Assert.Equal(("tiingo", 100.5), (bar.Source, bar.Bar.Close));

        Serve(host, until: new(2025, 3, 20));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(host);
        bar = (await StoredAsync(host))[^2];
        Assert.Equal(("yahoo", 100.0), (bar.Source, bar.Bar.Close));
        Assert.Equal(("tiingo", 100.5), (bar.Revisions[0].Source, bar.Revisions[0].Bar.Close));
    }

    [Fact]
    public async Task Run_RevisedBar_KeepsWhatItWasAndAnswersAsOf()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host, until: new(2025, 3, 19));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(Today, 104, dividend: 0.01));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await RunAsync(host)).Counts["bars revised"]);
        var knowledge = host.Get<StoredKnowledge>();
        var now = await knowledge.PricesAsync("NVDA", Today, null, null, Cancellation);
        Assert.Equal((104, 0.01), (now[0].Close, now[0].Dividend));
        var former = Assert.Single(now[0].Revisions);
        Assert.Equal(
            (100, Now, host.Clock.GetUtcNow(), "yahoo"),
            (former.Bar.Close, former.RetrievedAt, former.ReplacedAt, former.Source)
        );
        var then = Assert.Single(
            await knowledge.PricesAsync("NVDA", Today, null, Now.AddHours(1), Cancellation)
        );
        Assert.Equal((100, 0), (then.Close, then.Return));
        Assert.Empty(
            await knowledge.PricesAsync("NVDA", Today, null, Now.AddHours(-1), Cancellation)
        );
    }

    [Fact]
    public async Task Run_DeathBetweenBarsAndState_StillNotesTheRevision()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host, until: new(2025, 3, 19));
        await RunAsync(host);
        var former = await StateAsync(host);
        server.Set("NVDA", ChartServer.Bar(Today, 104));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(host);
        await host.Get<SourceTable>().WriteAsync(PriceState.Sort, "NVDA", former, Cancellation);
        Assert.Equal(0, (await RunAsync(host)).Counts.GetValueOrDefault("bars"));
        Assert.Equal(Today, (await StateAsync(host)).Changes[^1].To);
    }

    [Fact]
    public async Task Run_RestatementOfOldBars_IsSeenWithinAWeek()
    {
        await using var host = await tables.StartAsync(Watchlist, Now);
        var server = Serve(host, until: new(2025, 4, 1));
        await RunAsync(host);
        server.Set("NVDA", ChartServer.Bar(new(2025, 1, 15), 100, dividend: 0.5));
        for (var day = 1; day <= 8; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync(host);
        }

        var bar = (await StoredAsync(host)).Single(b => b.Session == new DateOnly(2025, 1, 15));
        Assert.Equal(0.5, bar.Bar.Dividend);
        Assert.Single(bar.Revisions);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Later(StageHost host) =>
        TradingCalendar.LastCompleted(host.Clock.GetUtcNow(), PriceIngestion.Margin);

    private static int Asked(StageHost host) =>
        host.Web.Requests.Count(r => r.AbsolutePath.EndsWith("/NVDA", StringComparison.Ordinal));

    private static ChartServer Serve(StageHost host, DateOnly? until = null, DateOnly? since = null)
    {
        var server = new ChartServer(host.Clock).Serve(host.Web, "NVDA", "SPY");
        foreach (var symbol in (string[])["NVDA", "SPY"])
        {
            server.Fill(symbol, since ?? Watchlist.Since, until ?? Today);
        }

        return server;
    }

    private static void WithTiingo(IServiceCollection services) =>
        services.PostConfigure<PriceOptions>(options =>
        {
            options.Sources = ["yahoo", "tiingo"];
            options.Tiingo.Token = "s3cret";
        });

    private static void ServeTiingo(StageHost host, DateOnly session, double close)
    {
        var figure = close.ToString(System.Globalization.CultureInfo.InvariantCulture);
        host.Web.On(
            "https://api.tiingo.com/tiingo/daily/NVDA/prices",
            HttpStatusCode.OK,
            $$"""[{"date":"{{session:yyyy-MM-dd}}T00:00:00.000Z","open":{{figure}},"high":{{figure}},"low":{{figure}},"close":{{figure}},"volume":1000,"divCash":0,"splitFactor":1}]"""
        );
    }

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<PriceIngestion>().RunAsync(Cancellation);

    private static async Task<IReadOnlyList<StoredBar>> StoredAsync(StageHost host) =>
        await host.Get<PriceTable>()
            .ReadStoredAsync("NVDA", new(2024, 1, 1), new(2025, 12, 31), Cancellation);

    private static Task<IReadOnlyList<QuarantinedBar>> HeldAsync(StageHost host) =>
        host.Get<PriceQuarantine>().ReadAsync(Cancellation);

    private static async Task<PriceState> StateAsync(StageHost host) =>
        (await host.Get<SourceTable>().ReadAsync<PriceState>(PriceState.Sort, Cancellation))[
            "NVDA"
        ];
}
