using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Storage;
using MarketPulse.Tests.Alerts;
using MarketPulse.Tests.Announcements;

namespace MarketPulse.Tests.Queries;

public sealed class PagingTests(AzuriteTables tables) : IClassFixture<AzuriteTables>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_AllTogether_AreEveryRowOnceInOrder()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        await StoreAsync(host, Enumerable.Range(0, 25));

        var pages = await PagesAsync(host, ("limit", "10"));

        Assert.Equal([10, 10, 5], pages.Select(p => p.Rows.Count));
        var rows = pages.SelectMany(p => p.Rows).ToList();
        Assert.Equal(25, rows.Select(r => r.AnnouncementId).Distinct().Count());
        Assert.Equal(
            rows.OrderByDescending(r => r.EventDay).Select(r => r.EventDay),
            rows.Select(r => r.EventDay)
        );
    }

    [Fact]
    public async Task Pages_ThatEndWithTheRows_HaveNoFurtherOne()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        await StoreAsync(host, Enumerable.Range(0, 10));

        Assert.Single(await PagesAsync(host, ("limit", "10")));
    }

    [Fact]
    public async Task Page_AfterRowsCameAndWent_GoesOnWhereItWas()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        await StoreAsync(host, Enumerable.Range(0, 20).Where(i => i % 2 == 0));
        var first = await AskAsync(host, ("limit", "5"));

        await StoreAsync(host, [15, 3]);
        var table = await host.TableAsync(TableNames.Correlations);
        await table.DeleteEntityAsync(
            "NVDA",
            CorrelationTable.Row(first.Rows[^1]),
            cancellationToken: Cancellation
        );
        var second = await AskAsync(host, ("limit", "5"), ("after", first.Next!));

        Assert.Equal(["18", "16", "14", "12", "10"], first.Rows.Select(Number));
        Assert.Equal(["08", "06", "04", "03", "02"], second.Rows.Select(Number));
    }

    [Fact]
    public async Task Page_ThatLookedAtAThousandRowsInVain_IsEmptyAndHasANextOne()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        await StoreAsync(
            host,
            Enumerable.Range(0, 1100),
            i => i == 0 ? AnnouncementKind.Results : AnnouncementKind.Keynote
        );

        var pages = await PagesAsync(host, ("kind", "results"));

        Assert.Equal([0, 1], pages.Select(p => p.Rows.Count));
    }

    [Fact]
    public async Task Question_OfAMonth_TakesOneRequestAThousandRowsOfItAlone()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        // 3,000 days: the month asked for is a hundredth of them.
        await StoreAsync(host, Enumerable.Range(0, 3000));
        await AskAsync(host, ("limit", "1"));
        var counter = host.Get<TransactionCounter>();
        var before = counter.Count;

        var page = await AskAsync(
            host,
            ("from", "2012-05-01"),
            ("to", "2012-05-31"),
            ("limit", "1000")
        );

        Assert.Equal(31, page.Rows.Count);
        Assert.Null(page.Next);
        Assert.Equal(1, counter.Count - before);
    }

    [Fact]
    public async Task Question_OfALongMonth_TakesAsManyRequestsAsItHasPages()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        // Fifty announcements on each of 50 days, ten days before and ten after them.
        await host.Get<CorrelationTable>()
            .WriteAsync(
                [
                    .. Enumerable
                        .Range(0, 70 * 50)
                        .Select(i =>
                            Results.Of(
                                id: $"20100101T000000-{i:D4}",
                                day: new DateOnly(2010, 1, 1).AddDays(i / 50)
                            )
                        ),
                ],
                [],
                Cancellation
            );
        await AskAsync(host, ("limit", "1"));
        var counter = host.Get<TransactionCounter>();
        var before = counter.Count;

        var pages = await PagesAsync(
            host,
            ("from", "2010-01-11"),
            ("to", "2010-03-01"),
            ("limit", "1000")
        );

        Assert.Equal([1000, 1000, 500], pages.Select(p => p.Rows.Count));
        Assert.Equal(pages.Count, counter.Count - before);
    }

    [Fact]
    public async Task Token_OfAnotherQuestion_IsRefused()
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        await StoreAsync(host, Enumerable.Range(0, 3));
        var page = await AskAsync(host, ("limit", "1"));

        var error = await Assert.ThrowsAsync<QueryTextException>(() =>
            AskAsync(host, ("limit", "1"), ("kind", "keynote"), ("after", page.Next!))
        );

        Assert.Equal("after", error.Parameter);
        Assert.Contains("another question", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t", new[] { "02", "04", "01", "03", "00" })]
    [InlineData("return", new[] { "04", "03", "02", "01", "00" })]
    public async Task Pages_InAnotherOrder_GoOnInIt(string sort, string[] expected)
    {
        await using var host = await tables.StartAsync(Items.Watchlist, Items.Noon);
        double[] t = [0.1, -2, 5, 1, -3];
        await StoreAsync(
            host,
            Enumerable.Range(0, 5),
            change: (r, i) => r with { T = t[i], Return = i / 100.0 }
        );

        var pages = await PagesAsync(host, ("limit", "2"), ("sort", sort));

        Assert.Equal([2, 2, 1], pages.Select(p => p.Rows.Count));
        Assert.Equal(expected, pages.SelectMany(p => p.Rows).Select(Number));
    }

    private static string Number(CorrelationResult result) => result.AnnouncementId[^2..];

    /// <summary>One result a day from 2010 on; what their ids end with says which.</summary>
    private static Task StoreAsync(
        StageHost host,
        IEnumerable<int> days,
        Func<int, AnnouncementKind>? kind = null,
        Func<CorrelationResult, int, CorrelationResult>? change = null
    ) =>
        host.Get<CorrelationTable>()
            .WriteAsync(
                [
                    .. days.Select(i =>
                    {
                        var result = Results.Of(
                            id: $"20100101T000000-{i:D2}",
                            kind: kind?.Invoke(i) ?? AnnouncementKind.Keynote,
                            day: new DateOnly(2010, 1, 1).AddDays(i)
                        );
                        return change?.Invoke(result, i) ?? result;
                    }),
                ],
                [],
                Cancellation
            );

    private static async Task<List<Page<CorrelationResult>>> PagesAsync(
        StageHost host,
        params (string Name, string Value)[] parameters
    )
    {
        var pages = new List<Page<CorrelationResult>> { await AskAsync(host, parameters) };
        while (pages[^1].Next is { } next)
        {
            pages.Add(await AskAsync(host, [.. parameters, ("after", next)]));
        }

        return pages;
    }

    private static Task<Page<CorrelationResult>> AskAsync(
        StageHost host,
        params (string Name, string Value)[] parameters
    ) =>
        host.Get<CorrelationsQuestion>()
            .AskAsync(
                parameters
                    .Prepend(("symbol", "NVDA"))
                    .Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)),
                Cancellation
            );
}
