using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;

namespace MarketPulse.Tests.Alerts;

public class MissedPromisesTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly DuePeriod May = new("2025-05", new(2025, 5, 1), new(2025, 5, 31));

    [Fact]
    public async Task Check_PeriodEndedUnconfirmed_MakesOneMessage()
    {
        await using var host = await StartAsync(Items.Watchlist, "2025-06-01", Story(May));
        Assert.Equal(1, (await CheckAsync(host)).Counts["messages queued"]);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await CheckAsync(host)).Changed);
        var message = Assert.Single(await PendingAsync(host));
        Assert.Equal("promise_NVDA_dgx-spark_2025-05", message.Key);
        var mail = PromiseEmail.Compose(message, "a@example.org", "b@example.org");
        Assert.Equal(
            "NVDA: DGX Spark was promised for 2025-05, and nothing read says that it is there",
            mail.Subject
        );
        Assert.Contains("ended on 2025-05-31", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-05-31")] // The last day is still within the period.
    [InlineData("2025-06-15")] // No longer news.
    public async Task Check_OutsideTheDaysAfterTheEnd_SaysNothing(string today)
    {
        await using var host = await StartAsync(Items.Watchlist, today, Story(May));
        Assert.False((await CheckAsync(host)).Changed);
    }

    [Fact]
    public async Task Check_ConfirmedOrSwitchedOff_SaysNothing()
    {
        var there = Story(null) with { Id = "20250520T160000-b" };
        await using var host = await StartAsync(Items.Watchlist, "2025-06-01", Story(May), there);
        Assert.False((await CheckAsync(host)).Changed);

        await using var off = await StartAsync(
            Items.Watchlist with
            {
                TellMissedPromises = false,
            },
            "2025-06-01",
            Story(May)
        );
        Assert.False((await CheckAsync(off)).Changed);
    }

    private async Task<StageHost> StartAsync(
        Watchlist watchlist,
        string today,
        params Announcement[] stories
    )
    {
        var host = await tables.StartAsync(
            watchlist,
            DateTimeOffset.Parse(
                $"{today}T11:40:00Z",
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        // A story without claims must not be in the way.
        await host.Get<AnnouncementTable>()
            .WriteAsync(
                stories.Append(Items.Telling("NVIDIA rises")),
                TestContext.Current.CancellationToken
            );
        return host;
    }

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

    private static async Task<StageReport> CheckAsync(StageHost host)
    {
        var report = new StageReport();
        await host.Get<MissedPromises>().CheckAsync(report, TestContext.Current.CancellationToken);
        return report;
    }

    private static Task<IReadOnlyList<Notification>> PendingAsync(StageHost host) =>
        host.Get<Outbox>().ReadAsync(Outbox.Pending, TestContext.Current.CancellationToken);
}
