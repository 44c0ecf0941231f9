using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

/// <summary>The HTTP function called as the worker calls it. Its storage is empty.</summary>
public sealed class ApiTests
{
    [Theory]
    [InlineData("?kind=keynotes", "kind", "keynote")]
    [InlineData("?verdict=caused", "verdict", "not distinguishable from noise")]
    [InlineData("?from=18.03.2025", "from", "a date such as 2025-03-18")]
    [InlineData("?symbol=AMD", "symbol", "NVDA")]
    [InlineData("?benchmark=QQQ", "benchmark", "SMH")]
    [InlineData("?window=1..-1", "window", "-1..1")]
    [InlineData("?exclusions=some", "exclusions", "announcements")]
    [InlineData("?symbl=NVDA", "symbl", "symbol")]
    [InlineData("?symbol=NVDA&symbol=NVDA", "symbol", "one value")]
    public async Task Correlations_WrongParameter_IsA400ThatNamesItAndWhatIsAllowed(
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
    public async Task Correlations_KeyInTheQuery_IsTheHostsAndNeverEchoed()
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
    public async Task Correlations_GoodParametersNothingStored_AreAnEmptyArray(string query)
    {
        var (status, type, body) = await GetAsync(query);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("application/json; charset=utf-8", type);
        Assert.Equal("[]", body.GetRawText());
    }

    private static async Task<(int Status, string? Type, JsonElement Body)> GetAsync(string query)
    {
        await using var tables = await EmptyTables.StartAsync();
        await using var services = tables.Services();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        context.Response.Body = body;

        var api = ActivatorUtilities.CreateInstance<Api>(services);
        var result = await api.CorrelationsAsync(
            context.Request,
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
