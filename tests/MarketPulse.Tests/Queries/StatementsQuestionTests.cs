using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Queries;

/// <summary>What stored announcements state about prices, over real bars of March 2025.</summary>
public sealed class StatementsQuestionTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private const string Keynote =
        "Shares of NVIDIA closed at $115.43 on March 18, 2025, down 3.43 %.";

    private const string Wrong = "Shares of NVIDIA closed at $120.00 on March 18, 2025.";

    private static readonly DateTimeOffset Evening = new(2025, 3, 18, 21, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_OfAText_AreHeldAgainstTheBars()
    {
        await using var host = await StoredAsync(("a", Keynote), ("b", Wrong));

        var rows = (await AskAsync(host)).Rows;

        Assert.Equal(
            [
                ("closed at $115.43", "close", 115.43, "confirmed"),
                ("down 3.43 %", "change", -3.43, "confirmed"),
                ("closed at $120.00", "close", 120, "contradicted"),
            ],
            rows.OrderBy(r => r.Value == 120).Select(r => (r.Quote, r.Field, r.Value, r.Verdict))
        );
        Assert.All(rows, r => Assert.Equal(new DateOnly(2025, 3, 18), r.Session));
        Assert.All(rows, r => Assert.NotEmpty(r.Reason));
    }

    [Theory]
    [InlineData("verdict", "contradicted", 1)]
    [InlineData("verdict", "confirmed-on-another-base", 0)]
    [InlineData("field", "change", 1)]
    [InlineData("to", "2025-03-17", 0)]
    [InlineData("as-of", "2025-03-17", 0)]
    [InlineData("as-of", "2025-03-18", 3)]
    [InlineData("id", "20250318T210000-none", 0)]
    [InlineData("id", "a' or true", 0)]
    public async Task Statements_Narrowed_AreThoseThatMatch(string name, string value, int count)
    {
        await using var host = await StoredAsync(("a", Keynote), ("b", Wrong));

        Assert.Equal(count, (await AskAsync(host, (name, value))).Rows.Count);
    }

    [Fact]
    public async Task Pages_CutWithinOneText_AreEveryStatementOnceInOrder()
    {
        await using var host = await StoredAsync(("a", Keynote), ("b", Wrong), ("c", "Nothing."));
        var whole = (await AskAsync(host)).Rows;

        var (rows, after) = (new List<StatedPrice>(), (string?)null);
        do
        {
            var page = after is null
                ? await AskAsync(host, ("limit", "1"))
                : await AskAsync(host, ("limit", "1"), ("after", after));
            Assert.True(page.Rows.Count <= 1);
            rows.AddRange(page.Rows);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(whole, rows);
    }

    [Fact]
    public async Task Statements_BeforeTheBarCame_CannotBeChecked()
    {
        await using var host = await StoredAsync(("a", Keynote));
        // The bars came at 21:10; the story at 21:05.
        var rows = (await AskAsync(host, ("as-of", "2025-03-18T21:07Z"))).Rows;

        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Equal("cannotCheck", r.Verdict));
    }

    private async Task<StageHost> StoredAsync(params (string Name, string Text)[] stories)
    {
        var host = await tables.StartAsync(Items.Watchlist, Evening.AddHours(1));
        await host.Get<AnnouncementTable>()
            .WriteAsync(
                stories.Select(
                    (s, i) =>
                        Items.Telling(
                            $"NVIDIA story {s.Name}",
                            Evening.AddMinutes(-i),
                            $"https://news.example.org/{s.Name}",
                            s.Name,
                            summary: s.Text
                        ) with
                        {
                            FirstSeenAt = Evening.AddMinutes(5),
                        }
                ),
                Cancellation
            );
        await host.Get<PriceTable>()
            .WriteAsync(
                "NVDA",
                [
                    Bar(new(2025, 3, 14), 121.67),
                    Bar(new(2025, 3, 17), 119.53),
                    Bar(new(2025, 3, 18), 115.43),
                ],
                "test",
                Evening.AddMinutes(10),
                Cancellation
            );
        return host;
    }

    private static DailyPrice Bar(DateOnly session, double close) =>
        new(session, close, close + 1, close - 1, close, 1_000_000);

    private static Task<Page<StatedPrice>> AskAsync(
        StageHost host,
        params (string Name, string Value)[] parameters
    ) =>
        host.Get<StatementsQuestion>()
            .AskAsync(
                parameters
                    .Prepend(("symbol", "NVDA"))
                    .Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)),
                Cancellation
            );
}
