using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

/// <summary>The functions that change something, called as the worker calls them.</summary>
public sealed class SilenceApiTests
{
    private const string Good = """{"symbol":"NVDA","until":"3d","comment":"on holiday"}""";

    [Fact]
    public async Task Add_GoodBody_IsStoredAndAnswered()
    {
        await using var tables = await LoopbackTables.StartAsync();

        var (status, body) = await AddAsync(tables, Good);

        Assert.Equal(StatusCodes.Status201Created, status);
        Assert.Equal("active", body.GetProperty("state").GetString());
        Assert.Contains(
            tables.Writes,
            path => path.Contains(body.GetProperty("id").GetString()!, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("text/plain", null, null, 415)]
    [InlineData("application/json", "cross-site", null, 403)]
    [InlineData("application/json", null, "https://evil.example.org", 403)]
    [InlineData("application/json", null, "https://pulse.example.org", 201)]
    public async Task Add_FromElsewhere_IsRefused(
        string mediaType,
        string? site,
        string? origin,
        int expected
    )
    {
        await using var tables = await LoopbackTables.StartAsync();

        var (status, _) = await AddAsync(
            tables,
            Good,
            request =>
            {
                request.ContentType = mediaType;
                // The worker is asked by the host, which knows the name that the browser asked for.
                request.Host = new("127.0.0.1", 7071);
                request.Headers["X-Forwarded-Host"] = "pulse.example.org";
                request.Headers["Sec-Fetch-Site"] = site;
                request.Headers.Origin = origin;
            }
        );

        Assert.Equal(expected, status);
        Assert.Equal(
            expected == 201,
            tables.Writes.Any(path => path.Contains("silence", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Add_WrongField_IsNamed()
    {
        await using var tables = await LoopbackTables.StartAsync();

        var (status, body) = await AddAsync(tables, """{"until":"soon","comment":"x"}""");

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Equal("until", body.GetProperty("field").GetString());
    }

    [Fact]
    public async Task End_UnknownId_IsA404ThatSaysWhereToLook()
    {
        await using var tables = await LoopbackTables.StartAsync();

        var (status, body) = await CallAsync(
            tables,
            _ => { },
            (api, request) =>
                api.EndSilenceAsync(request, "a' or true", TestContext.Current.CancellationToken)
        );

        Assert.Equal(StatusCodes.Status404NotFound, status);
        Assert.Contains("a' or true", body.GetProperty("detail").GetString());
    }

    private static Task<(int Status, JsonElement Body)> AddAsync(
        LoopbackTables tables,
        string body,
        Action<HttpRequest>? change = null
    ) =>
        CallAsync(
            tables,
            request =>
            {
                request.Method = "POST";
                request.ContentType = "application/json";
                request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
                change?.Invoke(request);
            },
            (api, request) => api.AddSilenceAsync(request, TestContext.Current.CancellationToken)
        );

    private static async Task<(int Status, JsonElement Body)> CallAsync(
        LoopbackTables tables,
        Action<HttpRequest> prepare,
        Func<Api, HttpRequest, Task<IResult>> call
    )
    {
        await using var services = tables.Services();
        var context = new DefaultHttpContext { RequestServices = services };
        prepare(context.Request);
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var result = await call(ActivatorUtilities.CreateInstance<Api>(services), context.Request);
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, JsonDocument.Parse(answer.ToArray()).RootElement);
    }
}
