using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Tests.Correlation;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Alerts;

/// <summary>Bars that are revised after their day's mail has gone.</summary>
public class CorrectionsTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static readonly DateOnly Day = SampleStudies.EventDay;

    private static readonly Watchlist Watchlist = Items.Watchlist with
    {
        Symbols = [new("NVDA", ["NVIDIA"], [new("SPY")])],
    };

    [Fact]
    public async Task Revision_ThatFlipsTheVerdict_IsToldOnceInTheThread()
    {
        var sender = new FakeSender();
        await using var host = await StartMailedAsync(sender);
        await ReviseAsync(host, jump: 0.001);
        var results = await ReadAsync(host);
        Assert.All(results, r => Assert.Equal(Verdict.NotDistinguishableFromNoise, r.Verdict));
        Assert.All(results, r => Assert.Equal(Verdict.Significant, r.Former!.Verdict));
        var first = sender.Taken[0].Message;
        var (message, name) = (sender.Taken[1].Message, sender.Taken[1].Name);
        Assert.Equal("2025-03-18-NVDA-Correction", name);
        Assert.Equal(first.MessageId, message.InReplyTo);
        Assert.Equal(first.MessageId, Assert.Single(message.References.ToArray()));
        Assert.NotEqual(first.MessageId, message.MessageId);
        Assert.Contains(
            "Stands out from noise → Can't be told from noise",
            message.Subject,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Verdict\n  Stands out from noise → Can't be told",
            MailReading.Text(message).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Revised: NVDA, 2025-03-18",
            MailReading.Text(message),
            StringComparison.Ordinal
        );
        Assert.Contains("Revised: NVDA", MailReading.Said(MailReading.Html(message)));

        // Back again: one mail is corrected once.
        await ReviseAsync(host, jump: 0.2);
        Assert.All(await ReadAsync(host), r => Assert.Equal(Verdict.Significant, r.Verdict));
        Assert.Equal(2, sender.Taken.Count);
    }

    [Fact]
    public async Task Revision_ThatFlipsNothing_IsMeasuredAndNotMailed()
    {
        var sender = new FakeSender();
        await using var host = await StartMailedAsync(sender);
        var before = (await ReadAsync(host))[0];
        await ReviseAsync(host, jump: 0.19);
        var after = (await ReadAsync(host))[0];
        Assert.NotEqual(before.Return, after.Return);
        Assert.Equal(before.Return, after.Former!.Return);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Revision_ThereAndBackBetweenTwoRuns_IsNotMailed()
    {
        var sender = new FakeSender();
        await using var host = await StartMailedAsync(sender);
        await ReviseAsync(host, jump: 0.001, alert: false);
        await ReviseAsync(host, jump: 0.2);
        Assert.Single(sender.Taken);
    }

    [Fact]
    public async Task Revision_InTheEstimationWindowOfABenchmark_IsMeasuredAnew()
    {
        var sender = new FakeSender();
        await using var host = await StartMailedAsync(sender);
        var before = (await ReadAsync(host))[0];
        await ReviseAsync(host, "SPY", TradingCalendar.Offset(Day, -100), factor: 1.02);
        var after = (await ReadAsync(host))[0];
        Assert.NotEqual(before.Beta, after.Beta);
        Assert.Equal(before.Return, after.Return);
        Assert.NotNull(after.Former);
    }

    [Theory]
    [InlineData(-5)] // In the gap between estimation and event window.
    [InlineData(-300)] // Before the estimation window.
    public async Task Revision_OfABarThatNothingDependsOn_ChangesNothing(int offset)
    {
        var sender = new FakeSender();
        await using var host = await StartMailedAsync(sender);
        await ReviseAsync(host, "SPY", TradingCalendar.Offset(Day, offset), factor: 1.01);
        Assert.All(await ReadAsync(host), r => Assert.Null(r.Former));
    }

    [Fact]
    public async Task Revision_BeforeTheMailHasGone_LetsItTellTheVerdictAsItIs()
    {
        var sender = new FakeSender { FailuresToCome = 1 };
        await using var host = await StartMailedAsync(sender);
        await ReviseAsync(host, jump: 0.001);
        var (_, message) = (0, Assert.Single(sender.Taken).Message);
        Assert.Null(message.InReplyTo);
        Assert.Contains("told from noise", message.Subject, StringComparison.OrdinalIgnoreCase);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A day with a jump of 20 %, measured and mailed that evening.</summary>
    private async Task<StageHost> StartMailedAsync(FakeSender sender)
    {
        var host = await tables.StartAsync(
            Watchlist,
            TradingCalendar.CloseOf(Day) + TimeSpan.FromMinutes(20),
            services => services.AddSingleton<IEmailSender>(sender)
        );
        await host.Get<AnnouncementTable>()
            .WriteAsync([SampleStudies.Announcement("a", Day)], Cancellation);
        foreach (var series in Series(0.2))
        {
            await host.Get<PriceTable>()
                .WriteAsync(
                    series.Symbol,
                    series.Bars.Select(b =>
                        StoredBar.New(b, "yahoo", TradingCalendar.CloseOf(b.Session).AddMinutes(20))
                    ),
                    Cancellation
                );
        }

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Get<Correlator>().RunAsync(Cancellation);
        await host.Get<AlertStage>().RunAsync(Cancellation);
        Assert.All(await ReadAsync(host), r => Assert.Equal(Verdict.Significant, r.Verdict));
        return host;
    }

    private static PriceSeries[] Series(double jump)
    {
        var (stock, benchmark) = SampleStudies.Pair(
            new(2023, 11, 1),
            Day,
            s => s == Day ? jump : 0
        );
        return [stock, benchmark];
    }

    private static Task ReviseAsync(StageHost host, double jump, bool alert = true) =>
        ReviseAsync(host, Series(jump)[0][^1], "NVDA", alert);

    private static async Task ReviseAsync(
        StageHost host,
        string symbol,
        DateOnly session,
        double factor
    )
    {
        var bar = Series(0.2)
            .Single(s => s.Symbol == symbol)
            .Bars.Single(b => b.Session == session);
        await ReviseAsync(host, SampleStudies.Bar(session, bar.Close * factor), symbol, true);
    }

    /// <summary>A later fetch brings other figures; then everything runs again.</summary>
    private static async Task ReviseAsync(StageHost host, DailyPrice bar, string symbol, bool alert)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        var now = host.Clock.GetUtcNow();
        var prices = host.Get<PriceTable>();
        var stored = (await prices.ReadStoredAsync(symbol, bar.Session, bar.Session, Cancellation))[
            0
        ];
        await prices.WriteAsync(symbol, [stored.Revised(bar, "yahoo", now, null)], Cancellation);
        await host.Get<SourceTable>()
            .WriteAsync(
                PriceState.Sort,
                symbol,
                PriceState.None.With(new BarChange(bar.Session, bar.Session, now)),
                Cancellation
            );
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Get<Correlator>().RunAsync(Cancellation);
        if (alert)
        {
            await host.Get<AlertStage>().RunAsync(Cancellation);
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            await host.Get<AlertStage>().RunAsync(Cancellation);
        }
    }

    private static Task<IReadOnlyList<CorrelationResult>> ReadAsync(StageHost host) =>
        host.Get<CorrelationTable>().ReadAsync("NVDA", Day, Day, Cancellation);
}
