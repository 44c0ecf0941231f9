using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Tests.Correlation;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Alerts.Signals;

/// <summary>Rules that look at something else than a measured move, through whole runs.</summary>
public class SignalRunTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly WatchRule Claim = new("wrong prices", Claim: "contradicted");

    // Tuesday evening, half an hour after the close.
    private static readonly DateTimeOffset Evening = TradingCalendar
        .CloseOf(Results.Day)
        .AddMinutes(30);

    [Fact]
    public async Task Claim_ThatStoredPricesContradict_IsMailedOnce()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender, Claim, Wrong());
        Assert.Equal(1, (await RunAsync(host)).Counts["mails sent"]);
        var mail = Assert.Single(sender.Taken).Message;
        Assert.Equal("NVDA: a text says −9.9 %, stored prices say −3.43 %", mail.Subject);
        Assert.Contains(
            "fell 9.9",
            MailReading.Folded(MailReading.Text(mail)),
            StringComparison.Ordinal
        );

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False((await RunAsync(host)).Changed);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Claim_ThatHolds_IsDecidedOnceAndNotMailed()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            Claim,
            Story("NVIDIA shares fall", "NVIDIA shares fell 3.43% on Tuesday to close at $115.43.")
        );
        Assert.Equal(1, (await RunAsync(host)).Counts["alerts decided"]);
        Assert.Equal(
            (NotifyDecision.BelowRule, "none of 2 stated prices is contradicted by stored prices"),
            Assert.Single((await AlertsAsync(host)).Select(a => (a.Decision, a.Reason)))
        );
        Assert.False((await RunAsync(host)).Changed);
        Assert.Empty(sender.Taken);
    }

    [Fact]
    public async Task Claim_BeforeTheBarIsStored_WaitsForIt()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            Claim,
            [Wrong()],
            TradingCalendar.Before(Results.Day)
        );
        Assert.False((await RunAsync(host)).Changed);
        await WriteBarsAsync(host, Results.Day);
        Assert.Equal(1, (await RunAsync(host)).Counts["mails sent"]);
    }

    [Fact]
    public async Task Claim_OfHistoryThatIsReadIn_IsNotLookedAt()
    {
        var sender = new FakeSender();
        var old = Wrong() with
        {
            Id = "20240618T160000-old",
            PublishedAt = new(2024, 6, 18, 16, 0, 0, TimeSpan.Zero),
        };
        await using var host = await StartAsync(sender, Claim, old);
        Assert.False((await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_WithoutSuchARule_CostsNoRequestMore()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            new WatchRule("a move", Return: 0.03),
            Wrong()
        );
        var with = await CostAsync(host);
        await using var plain = await StartAsync(sender, Claim, Story("NVIDIA opens a school", ""));
        // One question for what is new; no bar is read where no price is stated. Decisions stored make the other.
        Assert.Equal(with + 2, await CostAsync(plain));
    }

    [Fact]
    public async Task Announcement_AfterTheClose_IsDecidedOnce()
    {
        // It is news of the next session, which is still to come.
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            new WatchRule("new", Announcement: ["results"]),
            Story("NVIDIA announces financial results for its first quarter", "") with
            {
                Id = "20250318T201000-late",
                Kind = AnnouncementKind.Results,
                PublishedAt = Evening.AddMinutes(-20),
            }
        );
        Assert.Equal(1, (await RunAsync(host)).Counts["mails sent"]);
        Assert.False((await RunAsync(host)).Changed);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Drawdown_ReachedInStoredBars_IsMailedOnceWithItsPicture()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            new WatchRule("a bad year", Drawdown: new(Below: -0.1)),
            [],
            TradingCalendar.Before(new(2024, 12, 1))
        );
        var sessions = TradingCalendar.Sessions(new(2024, 12, 2), Results.Day).ToList();
        await host.Get<PriceTable>()
            .WriteAsync(
                "NVDA",
                sessions.Select(s => SampleStudies.Bar(s, s == Results.Day ? 89 : 100)),
                "test",
                Results.Evening,
                Cancellation
            );
        Assert.Equal(1, (await RunAsync(host)).Counts["mails sent"]);
        Assert.False((await RunAsync(host)).Changed);
        var mail = Assert.Single(sender.Taken).Message;
        Assert.Equal("NVDA drawdown −11.00 %: beyond the bound of −10.00 %", mail.Subject);
        Assert.Single(mail.BodyParts, p => p.ContentType.IsMimeType("image", "png"));
        Assert.Contains(
            "The dashed line is the bound, $90.00.",
            MailReading.Folded(MailReading.Text(mail)),
            StringComparison.Ordinal
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Announcement Wrong() =>
        Story("NVIDIA shares fall", "NVIDIA shares fell 9.9% on Tuesday to close at $115.43.");

    private static Announcement Story(string title, string summary) =>
        Items.Telling(title, Evening.AddMinutes(-45), summary: summary);

    private Task<StageHost> StartAsync(
        FakeSender sender,
        WatchRule rule,
        params Announcement[] stories
    ) => StartAsync(sender, rule, stories, Results.Day);

    private async Task<StageHost> StartAsync(
        FakeSender sender,
        WatchRule rule,
        Announcement[] stories,
        DateOnly last
    )
    {
        var host = await tables.StartAsync(
            Items.Watchlist with
            {
                Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
                Rules = [rule],
            },
            Evening,
            services => services.AddSingleton<IEmailSender>(sender)
        );
        await host.Get<AnnouncementTable>().WriteAsync(stories, Cancellation);
        await WriteBarsAsync(host, last);
        return host;
    }

    private static Task WriteBarsAsync(StageHost host, DateOnly last) =>
        host.Get<PriceTable>()
            .WriteAsync(
                "NVDA",
                AlertContents.Keynote().Stock.Bars.Where(b => b.Session <= last),
                "test",
                Results.Evening,
                Cancellation
            );

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<AlertStage>().RunAsync(Cancellation);

    private static async Task<long> CostAsync(StageHost host)
    {
        var counter = host.Get<TransactionCounter>();
        await RunAsync(host);
        var before = counter.Count;
        await RunAsync(host);
        return counter.Count - before;
    }

    private static Task<IReadOnlyList<Alert>> AlertsAsync(StageHost host) =>
        host.Get<AlertTable>()
            .ReadAsync("NVDA", Results.Day.AddDays(-5), Results.Day.AddDays(5), Cancellation);
}
