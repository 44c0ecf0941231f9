using System.Text.Json;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

/// <summary>The HTTP function called as the worker calls it.</summary>
public sealed class ApiTests
{
    [Theory]
    [InlineData("?kind=keynotes", "kind", "keynote")]
    [InlineData("?verdict=caused", "verdict", "not distinguishable from noise")]
    [InlineData("?from=18.03.2025", "from", "a date such as 2025-03-18")]
    [InlineData("?symbol=AMD", "symbol", "NVDA")]
    [InlineData("?benchmark=QQQ", "benchmark", "SMH")]
    [InlineData("?window=1..-1", "window", "-1..1")]
    [InlineData("?limit=1001", "limit", "1 to 1000")]
    [InlineData("?limit=0", "limit", "1 to 1000")]
    [InlineData("?limit=1e3", "limit", "1 to 1000")]
    [InlineData(
        "?after=!!",
        "after",
        "the token of the page before, with that page's other parameters"
    )]
    [InlineData(
        "?after=AAAAAAAAAAAAAAAAAAAA",
        "after",
        "the token of the page before, with that page's other parameters"
    )]
    [InlineData("?format=xml", "format", "csv")]
    [InlineData("?from=2025-03-18' or PartitionKey ge '", "from", "a date such as 2025-03-18")]
    [InlineData("?symbol=NVDA' or '1' eq '1", "symbol", "NVDA")]
    [InlineData("?from=1999-12-31", "from", "2000-01-01 to 2030-12-31")]
    [InlineData("?exclusions=some", "exclusions", "announcements")]
    [InlineData("?symbl=NVDA", "symbl", "symbol")]
    [InlineData("?symbol=NVDA&symbol=NVDA", "symbol", "one value")]
    public async Task Ask_WrongParameter_IsA400ThatNamesItAndWhatIsAllowed(
        string query,
        string parameter,
        string allowed
    )
    {
        var (status, type, body) = await GetAsync(query);

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Equal("application/problem+json", type);
        Assert.Equal(400, body.GetProperty("status").GetInt32());
        Assert.Equal(parameter, body.GetProperty("parameter").GetString());
        Assert.StartsWith(parameter + ": ", body.GetProperty("detail").GetString());
        Assert.Contains(
            allowed,
            body.GetProperty("allowed").EnumerateArray().Select(a => a.GetString())
        );
    }

    [Fact]
    public async Task Ask_KeyInTheQuery_IsTheHostsAndNeverEchoed()
    {
        var (status, _, body) = await GetAsync("?code=SECRET&clientId=default&kind=keynotes");

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Equal("kind", body.GetProperty("parameter").GetString());
        Assert.DoesNotContain("SECRET", body.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?symbol=nvda&from=2025-03-01&to=2025-03-31&kind=keynote&verdict=not-enough-data")]
    [InlineData("?benchmark=SPY&window=0..0&exclusions=none&kind=")]
    public async Task Ask_GoodParametersNothingStored_AreAnEmptyArray(string query)
    {
        var (status, type, body) = await GetAsync(query);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("application/json; charset=utf-8", type);
        Assert.Equal("[]", body.GetRawText());
    }

    [Fact]
    public async Task Ask_StoredResults_AreThoseThatMatchInTheOneJsonThereIs()
    {
        var keynote = Result(AnnouncementKind.Keynote, Verdict.NotDistinguishableFromNoise);
        var results = Result(AnnouncementKind.Results, Verdict.Significant);

        var (_, _, body) = await GetAsync(
            "?verdict=not-distinguishable-from-noise",
            keynote,
            results
        );

        Assert.Equal(AnswerText.Lines([keynote]), body.GetRawText() + "\n");
        Assert.Equal("GTC − the keynote", body[0].GetProperty("title").GetString());
        Assert.Equal(-0.0343, body[0].GetProperty("return").GetDouble());
        Assert.Equal("not distinguishable from noise", body[0].GetProperty("verdict").GetString());
    }

    private static CorrelationResult Result(AnnouncementKind kind, Verdict verdict) =>
        new(
            Symbol: "NVDA",
            AnnouncementId: "a1",
            Kind: kind,
            Title: "GTC − the keynote",
            PublishedAt: new DateTimeOffset(2025, 3, 18, 17, 0, 0, TimeSpan.Zero),
            EventDay: new DateOnly(2025, 3, 18),
            EventDayReason: "in session",
            Benchmark: "SPY",
            Model: "market model",
            WindowFrom: 0,
            WindowTo: 0,
            EstimationFrom: new DateOnly(2024, 3, 4),
            EstimationTo: new DateOnly(2025, 3, 3),
            EstimationSessions: 250,
            Close: 115.43,
            Return: -0.0343,
            BenchmarkReturn: -0.0108,
            ExpectedReturn: -0.0307,
            AbnormalReturn: -0.00363,
            CumulativeAbnormalReturn: -0.00363,
            StandardError: 0.0267,
            T: -0.135,
            DegreesOfFreedom: 248,
            P: 0.892,
            Alpha: 0.0005,
            Beta: 2.858,
            Sigma: 0.0266,
            Verdict: verdict,
            VerdictReason: "p 0.892 is above 0.05",
            Confounders: [],
            Exclusions: "none",
            ExcludedSessions: [],
            Notes: [],
            ComputedAt: new DateTimeOffset(2025, 3, 18, 21, 25, 0, TimeSpan.Zero)
        );

    private static async Task<(int Status, string? Type, JsonElement Body)> GetAsync(
        string query,
        params CorrelationResult[] stored
    )
    {
        await using var tables = await LoopbackTables.StartAsync();
        foreach (var row in stored)
        {
            tables.Hold(TableNames.Correlations, row);
        }

        await using var services = tables.Services();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        context.Response.Body = body;

        var api = ActivatorUtilities.CreateInstance<Api>(services);
        var result = await api.AskAsync(
            context.Request,
            "correlations",
            TestContext.Current.CancellationToken
        );
        await result.ExecuteAsync(context);

        return (
            context.Response.StatusCode,
            context.Response.ContentType,
            JsonDocument.Parse(body.ToArray()).RootElement
        );
    }
}
