using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace MarketPulse.Tests.Alerts;

public class AlertStageTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
    };

    [Fact]
    public async Task Run_MoveOnAnAnnouncementsDay_SendsOneMailAndOnlyOne()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender);
        var report = await RunAsync(host);
        Assert.Equal(1, report.Counts["mails sent"]);
        Assert.Equal("2025-03-18-NVDA-Keynote", Assert.Single(sender.Taken).Name);
        var sent = Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Sent, Cancellation));
        Assert.Equal("taken as 1", sent.DeliveredAs);
        Assert.Equal(host.Clock.GetUtcNow(), sent.SentAt);
        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False((await RunAsync(host)).Changed);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Run_TextThatStatesPrices_TellsThemWithTheirVerdictsInBothParts()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender);
        await host.Get<AnnouncementTable>()
            .WriteAsync(
                [
                    Story with
                    {
                        Summary =
                            "NVIDIA shares fell 3.43% on Tuesday to close at $115.43, down 14.04% this year.",
                    },
                ],
                Cancellation
            );
        await RunAsync(host);
        var mail = Assert.Single(sender.Taken).Message;
        foreach (
            var said in (string[])
                [
                    MailReading.Folded(MailReading.Text(mail)),
                    MailReading.Said(MailReading.Html(mail)),
                ]
        )
        {
            Assert.Contains("NVDA $115.43 at the close of 2025-03-18: confirmed", said);
            Assert.Contains("NVDA −14.04 % this year to 2025-03-18: confirmed", said);
        }
    }

    [Fact]
    public async Task Run_SenderThatFailsTwice_TriesAgainWhenDueWithTheSameMail()
    {
        var sender = new FakeSender { FailuresToCome = 2 };
        await using var host = await StartAsync(sender);
        Assert.Equal(
            ("mail NVDA_20250318, attempt 1", "The server is full."),
            Assert.Single((await RunAsync(host)).Problems)
        );
        var failed = await PendingAsync(host);
        Assert.Equal((1, "The server is full."), (failed.Attempts, failed.LastFailure));
        Assert.Equal(host.Clock.GetUtcNow().AddMinutes(5), failed.NextAttemptAt);

        host.Clock.Advance(TimeSpan.FromSeconds(299));
        await RunAsync(host);
        Assert.Equal(1, sender.Attempts); // Not due yet.

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(host);
        Assert.Equal(2, (await PendingAsync(host)).Attempts);

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await RunAsync(host)).Counts["mails sent"]);
        Assert.Single(sender.Ids);
        Assert.Equal(Results.Evening, Assert.Single(sender.Taken).Message.Date);
    }

    [Fact]
    public async Task Run_DeathBetweenAcceptanceAndMark_SendsAgainWithTheSameMessageId()
    {
        var sender = new FakeSender { DiesAfterAcceptance = true };
        await using (var host = await StartAsync(sender))
        {
            await Assert.ThrowsAsync<DiedException>(() => RunAsync(host));
            Assert.Single(sender.Taken);
        }

        sender.DiesAfterAcceptance = false;
        await using var next = await tables.RestartAsync(
            Watchlist,
            Results.Evening.AddMinutes(10),
            services => services.AddSingleton<IEmailSender>(sender)
        );
        await RunAsync(next);
        Assert.Equal(2, sender.Taken.Count);
        Assert.Single(sender.Ids);
        Assert.Equal(Bytes(sender.Taken[0].Message), Bytes(sender.Taken[1].Message));
        Assert.Equal(sender.Taken[0].Name, sender.Taken[1].Name);
    }

    [Fact]
    public async Task Run_DeathBetweenIntentAndDecision_TellsItOnce()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender);
        var intent = Notification.About("NVDA", Results.Day, [Story.Id], "first", Results.Evening);
        Assert.True(await host.Get<Outbox>().AddAsync(intent, Cancellation));
        await RunAsync(host);
        Assert.Equal(intent.MessageId, Assert.Single(sender.Ids));
        Assert.Single(sender.Taken);
        Assert.Equal(
            NotifyDecision.Notify,
            Assert
                .Single(
                    await host.Get<AlertTable>()
                        .ReadAsync("NVDA", Results.Day, Results.Day, Cancellation)
                )
                .Decision
        );
    }

    [Fact]
    public async Task Run_PendingThatIsAlsoSent_IsOnlyPutAway()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender);
        await RunAsync(host);
        // A crash between the mark and the deletion leaves it in both places.
        var sent = Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Sent, Cancellation));
        await host.Get<Outbox>()
            .KeepAsync(sent with { SentAt = null, DeliveredAs = null }, Cancellation);
        await RunAsync(host);
        Assert.Single(sender.Taken);
        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));
        Assert.Equal(
            sent.SentAt,
            Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Sent, Cancellation)).SentAt
        );
    }

    [Fact]
    public async Task Run_TenFailures_SetsTheMailAside()
    {
        var sender = new FakeSender { FailuresToCome = int.MaxValue };
        await using var host = await StartAsync(sender);
        for (var i = 0; i < Notification.MostAttempts; i++)
        {
            await RunAsync(host);
            host.Clock.Advance(TimeSpan.FromHours(4));
        }

        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));
        var dead = Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Dead, Cancellation));
        Assert.Equal((10, "The server is full."), (dead.Attempts, dead.LastFailure));
        await RunAsync(host);
        Assert.Equal(10, sender.Attempts);
    }

    [Fact]
    public async Task Run_SenderThatSaysWhenToComeBack_IsAskedThenAndTheAttemptIsNotCounted()
    {
        var until = Results.Evening.AddHours(1);
        var sender = new FakeSender
        {
            FailuresToCome = 1,
            Failure = new("The quota is used up.", notBefore: until),
        };
        await using var host = await StartAsync(sender);
        await RunAsync(host);
        var waiting = await PendingAsync(host);
        Assert.Equal((0, until), (waiting.Attempts, waiting.NextAttemptAt));
        Assert.Equal("The quota is used up.", waiting.LastFailure);

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await RunAsync(host);
        Assert.Empty(sender.Taken);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(host);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Run_SettingsThatAreWrongForDays_LoseNoMail()
    {
        var sender = new FakeSender
        {
            FailuresToCome = 100,
            Failure = new("Wrong password.", failure: SendFailure.Settings),
        };
        await using var host = await StartAsync(sender);
        for (var i = 0; i < 100; i++)
        {
            await RunAsync(host);
            host.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(100, sender.Attempts);
        await RunAsync(host);
        Assert.Single(sender.Taken);
        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Dead, Cancellation));
    }

    [Fact]
    public async Task Run_MessageThatIsRefusedForGood_IsSetAsideAtOnce()
    {
        var sender = new FakeSender
        {
            FailuresToCome = 1,
            Failure = new("No such mailbox.", failure: SendFailure.Refused),
        };
        await using var host = await StartAsync(sender);
        await RunAsync(host);
        var dead = Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Dead, Cancellation));
        Assert.Equal((1, "No such mailbox."), (dead.Attempts, dead.LastFailure));
        Assert.StartsWith("Mail set aside: NVDA_20250318", Assert.Single(host.Log.Warnings));
        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));
    }

    [Fact]
    public async Task Run_MailWhoseResultIsGone_FailsWithoutStoppingTheOthers()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender);
        await host.Get<Outbox>()
            .AddAsync(
                Notification.About("AMD", Results.Day, ["x"], "why", Results.Evening),
                Cancellation
            );
        var report = await RunAsync(host);
        Assert.Equal(1, report.Counts["mails sent"]);
        Assert.Contains(
            "AMD is no longer on the watchlist",
            Assert.Single(report.Problems).Why,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Run_RulesNamedInAnotherScript_EachKeepItsDecision()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(
            sender,
            Watchlist with
            {
                Rules = [new("大涨", 0.03), new("异动", T: 2)],
            }
        );
        await RunAsync(host);
        var alerts = await host.Get<AlertTable>()
            .ReadAsync("NVDA", Results.Day, Results.Day, Cancellation);
        Assert.Equal(
            [("大涨", NotifyDecision.Notify), ("异动", NotifyDecision.BelowRule)],
            alerts.Select(a => (a.Rule, a.Decision)).OrderBy(a => a.Decision)
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Announcement Story =>
        Items.Telling("NVIDIA keynote") with
        {
            Kind = AnnouncementKind.Keynote,
        };

    private async Task<StageHost> StartAsync(FakeSender sender, Watchlist? watchlist = null)
    {
        var host = await tables.StartAsync(
            watchlist ?? Watchlist,
            Results.Evening,
            services => services.AddSingleton<IEmailSender>(sender)
        );
        var content = AlertContents.Keynote();
        await host.Get<AnnouncementTable>().WriteAsync([Story], Cancellation);
        await host.Get<CorrelationTable>()
            .WriteAsync([content.Primary with { AnnouncementId = Story.Id }], [], Cancellation);
        foreach (var series in new[] { content.Stock, content.Benchmark })
        {
            await host.Get<PriceTable>()
                .WriteAsync(series.Symbol, series.Bars, "test", Results.Evening, Cancellation);
        }

        return host;
    }

    private static Task<StageReport> RunAsync(StageHost host) =>
        host.Get<AlertStage>().RunAsync(Cancellation);

    private static async Task<Notification> PendingAsync(StageHost host) =>
        Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));

    private static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, Cancellation);
        return bytes.ToArray();
    }
}
