using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketPulse.Tests.Alerts.Delivery;

/// <summary>The alert stage over a real table endpoint while sender, storage and processes fail by a seeded draw.</summary>
public class FaultRunTests(AzuriteTables tables, ITestOutputHelper output)
    : IClassFixture<AzuriteTables>
{
    private const int Seeds = 200;
    private const int FaultyPasses = 5;
    private const int MostPasses = 80;

    [Fact]
    public async Task Run_WhateverFails_EveryMailArrivesUnderOneIdAndTheStateIsThatOfACalmRun()
    {
        await using var store = await tables.StartAsync(Items.Watchlist, Results.Evening);
        var calm = await RunAsync(store, seed: 0, rate: 0);
        Assert.Equal(0, calm.Faults);
        Assert.Equal(calm.Keys.Count, calm.Taken.Count);
        var (faults, repeats) = (0, 0);
        Assert.Equal(3, calm.Ids.Count);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var run = await RunAsync(store, seed, rate: 0.25);
            Assert.Equal(calm.Keys, run.Keys);
            Assert.Equal(calm.Alerts, run.Alerts);
            Assert.Equal(calm.Ids.Keys.Order(), run.Ids.Keys.Order());
            Assert.All(run.Ids, id => Assert.Single(id.Value));
            faults += run.Faults;
            repeats += run.Taken.Count - run.Keys.Count;
        }

        // The draws did what they are for.
        output.WriteLine($"{Seeds} runs, {faults} storage faults, {repeats} repeated deliveries");
        Assert.True(faults > Seeds * 5);
        Assert.True(repeats > 0);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="Keys">What lies in <c>sent</c> at the end.</param>
    /// <param name="Alerts">The decisions stored.</param>
    /// <param name="Ids">For each mail by its name, the Message-IDs under which it was delivered.</param>
    private sealed record Outcome(
        IReadOnlyList<string> Keys,
        IReadOnlyList<string> Alerts,
        IReadOnlyDictionary<string, HashSet<string>> Ids,
        IReadOnlyList<(string Name, string MessageId, string Text)> Taken,
        int Faults
    );

    private async Task<Outcome> RunAsync(StageHost store, int seed, double rate)
    {
        var symbol = string.Create(CultureInfo.InvariantCulture, $"S{seed:000}");
        await PutAsync(store, symbol);
        var random = new Random(seed);
        var clock = new FakeTimeProvider(Results.Evening);
        var sender = new FaultySender(random, clock) { Rate = rate };
        using var transport = new FaultyTransport(random) { Rate = rate };
        await using var one = await HostAsync("one");
        await using var two = await HostAsync("two");
        var pass = 0;
        do
        {
            if (pass == FaultyPasses)
            {
                (sender.Rate, transport.Rate) = (0, 0);
            }

            // Now one, now the other, now both at once.
            StageHost[] runners = (pass % 3) switch
            {
                0 => [one, two],
                1 => [one],
                _ => [two],
            };
            await Task.WhenAll(runners.Select(r => TryRunAsync(r, transport.Rate > 0)));
            clock.Advance(TimeSpan.FromMinutes(10));
            Assert.True(++pass < MostPasses, $"Seed {seed} doesn't come to an end.");
        } while (
            pass <= FaultyPasses
            || (await store.Get<Outbox>().ReadAsync(Outbox.Pending, Cancellation)).Count > 0
        );

        var sent = await store.Get<Outbox>().ReadAsync(Outbox.Sent, Cancellation);
        var mine = sent.Where(n => n.Symbol == symbol).ToList();
        var alerts = await store
            .Get<AlertTable>()
            .ReadAsync(symbol, Results.Day.AddDays(-9), Results.Day, Cancellation);
        Assert.Empty(await store.Get<Outbox>().ReadAsync(Outbox.Dead, Cancellation));
        return new(
            [.. mine.Select(n => n.Key.Replace(symbol, "S", StringComparison.Ordinal))],
            [
                .. alerts.Select(a =>
                    $"{a.AnnouncementId} {a.Rule} {a.Decision} {a.Reason} {a.NotificationKey}".Replace(
                        symbol,
                        "S",
                        StringComparison.Ordinal
                    )
                ),
            ],
            sender
                .Taken.GroupBy(t => t.Name.Replace(symbol, "S", StringComparison.Ordinal))
                .ToDictionary(g => g.Key, g => g.Select(t => t.MessageId).ToHashSet()),
            sender.Taken,
            transport.Faults
        );

        Task<StageHost> HostAsync(string runner) =>
            tables.RestartAsync(
                Watch(symbol),
                Results.Evening,
                services =>
                {
                    services.AddSingleton<TimeProvider>(clock);
                    services.AddSingleton<IEmailSender>(sender);
                    services.Configure<AlertOptions>(o => o.Runner = runner);
                    services.AddSingleton(
                        new TableClientOptions
                        {
                            Transport = transport,
                            Retry =
                            {
                                Delay = TimeSpan.Zero,
                                MaxDelay = TimeSpan.Zero,
                                MaxRetries = 1,
                                Mode = RetryMode.Fixed,
                            },
                        }
                    );
                }
            );
    }

    /// <summary>A run that fails as a process would: the next one goes on.</summary>
    private static async Task TryRunAsync(StageHost host, bool mayFail)
    {
        try
        {
            var report = await host.Get<AlertStage>().RunAsync(Cancellation);
            Assert.True(mayFail || report.Problems.Count == 0, report.ToString());
        }
        catch (Exception error)
            when (mayFail
                && error
                    is RequestFailedException
                        or AggregateException
                        or TableTransactionFailedException
                        or IOException
                        or DiedException
            )
        {
            // As meant.
        }
    }

    private static Watchlist Watch(string symbol) =>
        Items.Watchlist with
        {
            Symbols = [new(symbol, [symbol], [new("SPY")])],
        };

    private static async Task PutAsync(StageHost store, string symbol)
    {
        DateOnly[] days = [Results.Day.AddDays(-4), Results.Day.AddDays(-1), Results.Day];
        var stories = days.Select(
            (day, i) =>
                Items.Telling("A keynote", Items.Noon.AddDays(-5)) with
                {
                    Id = $"20250313T1600{i:00}-{symbol}",
                    Symbol = symbol,
                    Kind = AnnouncementKind.Keynote,
                }
        );
        await store.Get<AnnouncementTable>().WriteAsync(stories, Cancellation);
        await store
            .Get<CorrelationTable>()
            .WriteAsync(
                [
                    .. days.Select(
                        (day, i) =>
                            Results.Of(id: $"20250313T1600{i:00}-{symbol}", day: day) with
                            {
                                Symbol = symbol,
                            }
                    ),
                ],
                [],
                Cancellation
            );
    }
}
