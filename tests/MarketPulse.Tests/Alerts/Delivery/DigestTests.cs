using MarketPulse.Alerts;
using MarketPulse.Alerts.Delivery;
using MarketPulse.Alerts.Notices;
using MarketPulse.Tests.Announcements;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Alerts.Delivery;

public class DigestTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    [Fact]
    public async Task Run_MoreThanTheQuota_TellsTheRestInOneMailAndOnce()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender, most: 2);
        await PutAsync(host, "a", "b", "c", "d");
        await RunAsync(host);
        Assert.Equal(2, sender.Taken.Count);
        var digest = sender.Taken[1].Message;
        Assert.StartsWith("MarketPulse, 3 in one: ", digest.Subject, StringComparison.Ordinal);
        foreach (var title in (string[])["notice b", "notice c", "notice d"])
        {
            Assert.Contains(title, digest.TextBody, StringComparison.Ordinal);
            Assert.Contains(title, digest.HtmlBody, StringComparison.Ordinal);
        }

        var sent = await host.Get<Outbox>().ReadAsync(Outbox.Sent, Cancellation);
        Assert.Equal(5, sent.Count);
        Assert.All(
            sent.Where(n => n.Key is "b" or "c" or "d"),
            n => Assert.Equal(n.InDigest, n.DeliveredAs)
        );
        host.Clock.Advance(TimeSpan.FromHours(2));
        await RunAsync(host);
        Assert.Equal(2, sender.Taken.Count);
    }

    [Fact]
    public async Task Run_DeathBetweenMarkAndDigest_TellsThemAllTheSame()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender, most: 2);
        await PutAsync(host, "a", "b");
        // Both are marked, and the process dies before the digest is stored.
        foreach (var n in await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation))
        {
            await host.Get<Outbox>()
                .TryChangeAsync(n with { InDigest = "more_1", Held = "too many" }, Cancellation);
        }

        await RunAsync(host);
        Assert.Contains(
            "notice a",
            Assert.Single(sender.Taken).Message.TextBody,
            StringComparison.Ordinal
        );
        Assert.Empty(await host.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation));
    }

    [Fact]
    public async Task Run_MarkedForADigestThatWasMadeWithoutIt_GoesAnotherWay()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender, most: 9);
        await PutAsync(host, "a", "late");
        var outbox = host.Get<Outbox>();
        foreach (var n in await outbox.ReadAsync(Outbox.Pending, Cancellation))
        {
            await outbox.TryChangeAsync(n with { InDigest = "more_1" }, Cancellation);
        }

        await outbox.AddAsync(
            Notification.OfDigest("more_1", ["a"], "too many", Results.Evening),
            Cancellation
        );
        await RunAsync(host);
        await RunAsync(host);
        Assert.Equal(2, sender.Taken.Count);
        Assert.Contains(sender.Taken, t => t.Message.Subject == "notice late");
        Assert.Empty(await outbox.ReadAsync(Outbox.Pending, Cancellation));
    }

    [Fact]
    public async Task Run_Silenced_IsPutAwayWithItsReason()
    {
        var sender = new FakeSender();
        await using var host = await StartAsync(sender, most: 9);
        await PutAsync(host, "a");
        await host.Get<SilenceTable>()
            .WriteAsync(
                new("1f", "NVDA", null, Results.Evening, Results.Evening.AddDays(1), "away"),
                Cancellation
            );
        await RunAsync(host);
        Assert.Empty(sender.Taken);
        var put = Assert.Single(await host.Get<Outbox>().ReadAsync(Outbox.Silenced, Cancellation));
        Assert.Contains("away", put.Held, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingWaiting_CostsOneTransaction()
    {
        await using var host = await StartAsync(new FakeSender(), most: 9);
        await RunAsync(host);
        var counter = host.Get<MarketPulse.Storage.TransactionCounter>();
        var before = counter.Count;
        await RunAsync(host);
        Assert.Equal(1, counter.Count - before);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<StageHost> StartAsync(FakeSender sender, int most) =>
        tables.StartAsync(
            Items.Watchlist,
            Results.Evening,
            services =>
            {
                services.AddSingleton<IEmailSender>(sender);
                services.Configure<AlertOptions>(o => o.MostPerHour = most);
            }
        );

    private static async Task PutAsync(StageHost host, params string[] keys)
    {
        foreach (var key in keys)
        {
            await host.Get<Outbox>()
                .AddAsync(
                    Notification.OfNotice(
                        key,
                        "NVDA",
                        Results.Day,
                        Notice.Of($"notice {key}", key, "Something."),
                        "a test wants it",
                        Results.Evening
                    ),
                    Cancellation
                );
        }
    }

    private static Task RunAsync(StageHost host) =>
        host.Get<DeliveryRun>().RunAsync(new StageReport(), Cancellation);
}
