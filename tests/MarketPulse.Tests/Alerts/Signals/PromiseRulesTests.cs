using System.Globalization;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts.Signals;

/// <summary>Rules about promises, through the watchdog's run.</summary>
public class PromiseRulesTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly DuePeriod May = new("2025-05", new(2025, 5, 1), new(2025, 5, 31));

    [Theory]
    [InlineData("missed", "2025-06-01", "promise_NVDA_dgx-spark_2025-05")]
    [InlineData("due", "2025-05-01", "promise_NVDA_dgx-spark_2025-05_due")]
    public async Task Run_PeriodBeginsOrEnds_MakesOneMessage(string when, string today, string key)
    {
        await using var host = await StartAsync(when, today, Story(May));
        Assert.Equal(1, (await RunAsync(host)).Counts["alerts decided"]);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await RunAsync(host)).Changed);
        var message = Assert.Single(await PendingAsync(host));
        Assert.Equal((key, "promises"), (message.Key, message.Rule));
        Assert.Contains(
            "DGX Spark was promised for May 2025",
            message.Notice!.Subject,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025-05-31")] // The last day is still within the period.
    [InlineData("2025-07-15")] // History that was read in.
    public async Task Run_OutsideTheDaysAfterTheEnd_SaysNothing(string today)
    {
        await using var host = await StartAsync("missed", today, Story(May));
        Assert.False((await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_LongerThanAWeekAfterTheEnd_DecidesOnceThatItIsTooOld()
    {
        await using var host = await StartAsync("missed", "2025-06-15", Story(May));
        Assert.Equal(1, (await RunAsync(host)).Counts["alerts decided"]);
        Assert.False((await RunAsync(host)).Changed);
        Assert.Empty(await PendingAsync(host));
        Assert.Equal(
            NotifyDecision.TooOld,
            Assert
                .Single(
                    await host.Get<AlertTable>()
                        .ReadAsync("NVDA", May.To, May.To.AddDays(1), Cancellation)
                )
                .Decision
        );
    }

    [Fact]
    public async Task Run_Confirmed_SaysNothing()
    {
        var there = Story(null) with { Id = "20250520T160000-b" };
        await using var host = await StartAsync("missed", "2025-06-01", Story(May), there);
        Assert.False((await RunAsync(host)).Changed);
    }

    [Fact]
    public async Task Run_ToldByAnEarlierVersion_IsNotMailedAgain()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync("missed", "2025-06-01", Story(May));
        await host.Get<Outbox>()
            .MoveAsync(
                Notification.OfNotice(
                    "promise_NVDA_dgx-spark_2025-05",
                    "NVDA",
                    May.To,
                    null!,
                    "tellMissedPromises",
                    host.Clock.GetUtcNow()
                ) with
                {
                    Promise = "DGX Spark was promised",
                    SentAt = host.Clock.GetUtcNow(),
                },
                Outbox.Sent,
                Cancellation
            );
        await RunAsync(host);
        await host.Get<AlertStage>().RunAsync(Cancellation);
        Assert.Empty(await PendingAsync(host));
        Assert.Empty(sender.Taken);
    }

    [Fact]
    public async Task Run_WithoutSuchARule_ReadsNothing()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, At("2025-06-01"));
        var counter = host.Get<TransactionCounter>();
        var report = new StageReport();
        var before = counter.Count;
        await host.Get<MarketPulse.Alerts.Signals.PromiseRules>().RunAsync(report, Cancellation);
        Assert.Equal(before, counter.Count);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<StageHost> StartAsync(
        string when,
        string today,
        params Announcement[] stories
    )
    {
        var host = await tables.StartAsync(
            Items.Watchlist with
            {
                Rules = [new("promises", Promise: when)],
            },
            At(today)
        );
        // A story without claims must not be in the way.
        await host.Get<AnnouncementTable>()
            .WriteAsync(stories.Append(Items.Telling("NVIDIA rises")), Cancellation);
        return host;
    }

    private static DateTimeOffset At(string day) =>
        DateTimeOffset.Parse($"{day}T11:40:00Z", CultureInfo.InvariantCulture);

    private static Announcement Story(DuePeriod? due) =>
        Items.Telling("NVIDIA shows a small computer", url: "https://e.org/spark") with
        {
            Claims =
            [
                new(
                    "DGX Spark",
                    due is null ? StoryClaimSort.Delivery : StoryClaimSort.Promise,
                    due,
                    due is null ? new(2025, 5, 20) : new(2025, 3, 18),
                    "It says so."
                ),
            ],
        };

    private static async Task<StageReport> RunAsync(StageHost host)
    {
        var report = new StageReport();
        await host.Get<MarketPulse.Alerts.Signals.PromiseRules>().RunAsync(report, Cancellation);
        return report;
    }

    private static Task<IReadOnlyList<Notification>> PendingAsync(StageHost host) =>
        host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation);
}
