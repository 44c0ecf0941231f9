using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Serve;
using MarketPulse.Queries.Http;

namespace MarketPulse.Tests.Queries.Http;

/// <summary>Adding and ending silences over HTTP, and what must not do it.</summary>
public sealed class SilenceRoutesTests(SilenceRoutesTests.Served served)
    : IClassFixture<SilenceRoutesTests.Served>
{
    private const string Good = """{"symbol":"NVDA","until":"3d","comment":"on holiday"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_AddedAndEnded_IsListedAsEnded()
    {
        using var added = await PostAsync(Good);
        var silence = await added.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var id = silence.GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("active", silence.GetProperty("state").GetString());
        Assert.Equal("active", await StateAsync(id));

        using var ended = await served.Client.DeleteAsync($"api/silences/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal("ended", await StateAsync(id));

        using var again = await served.Client.DeleteAsync($"api/silences/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("""{"until":"3d"}""", "comment")]
    [InlineData("""{"until":"3d","comment":7}""", "comment")]
    [InlineData("""{"until":{"a":1},"comment":"x"}""", "until")]
    [InlineData("""{"until":"3d","comment":"x","symbol":"NVDA' or PartitionKey ge '"}""", "symbol")]
    [InlineData("""{"until":"3d","comment":"x","rule":"../../watchlist.json"}""", "rule")]
    [InlineData("""{"until":"3d","comment":"x","id":"mine"}""", "id")]
    [InlineData("""{"until":"3d","until":"4d","comment":"x"}""", "body")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"until":"3d",""", "body")]
    [InlineData("", "body")]
    [InlineData("[[[[[[[[]]]]]]]]", "body")]
    [InlineData("\u0000", "body")]
    public async Task Body_ThatCannotBeMeant_IsA400ThatNamesTheField(string body, string field)
    {
        using var answer = await PostAsync(body);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.NotEqual(0, problem.GetProperty("allowed").GetArrayLength());
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_LargerThanAnyThatIsMeant_IsNotRead()
    {
        var before = await CountAsync();
        using var told = await PostAsync(
            $$"""{"until":"3d","comment":"{{new string('x', SilenceApi.LargestBody)}}"}"""
        );
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "api/silences");
        chunked.Content = new StreamContent(
            new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 30_000) + Good))
        );
        chunked.Content.Headers.ContentType = new("application/json");
        chunked.Headers.TransferEncodingChunked = true;
        using var untold = await served.Client.SendAsync(chunked, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Body_ThatAFormOfAnotherSiteCouldSend_IsNotTaken(string mediaType)
    {
        var before = await CountAsync();
        using var answer = await PostAsync(Good, mediaType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    [InlineData("Origin", "https://evil.example.org", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "own", HttpStatusCode.Created)]
    public async Task Request_ThatAPageSent_IsTakenFromThisSiteAlone(
        string header,
        string value,
        HttpStatusCode status
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/silences");
        request.Content = new StringContent(Good, Encoding.UTF8, "application/json");
        request.Headers.Add(
            header,
            value == "own" ? served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value
        );
        using var answer = await served.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Delete_FromAnotherSite_EndsNothing()
    {
        using var added = await PostAsync(Good);
        var silence = await added.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var id = silence.GetProperty("id").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/silences/{id}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await served.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("active", await StateAsync(id));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("a'%20or%20true")]
    [InlineData("..%2f..%2fwatchlist.json")]
    [InlineData("%3Cscript%3E")]
    public async Task Delete_OfWhatIsntThere_IsAClear404(string id)
    {
        using var answer = await served.Client.DeleteAsync($"api/silences/{id}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Comment_WithScript_StaysText()
    {
        const string Script = "<script>alert(1)</script>\"'=1+1";
        using var added = await PostAsync(
            JsonSerializer.Serialize(new { until = "3d", comment = Script })
        );
        using var list = await served.Client.GetAsync("api/silences", Cancellation);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("application/json", list.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], list.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains(
            (await list.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).EnumerateArray(),
            s => s.GetProperty("comment").GetString() == Script
        );
    }

    [Theory]
    [InlineData("api/silences?symbol=NVDA&until=3d&comment=x", HttpStatusCode.BadRequest)]
    [InlineData("?view=silences&symbol=NVDA&rule=RULE", HttpStatusCode.OK)]
    public async Task Get_WhateverItSays_AddsNothing(string address, HttpStatusCode status)
    {
        var before = await CountAsync();
        using var answer = await served.Client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(
        string body,
        string mediaType = "application/json"
    )
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await served.Client.PostAsync("api/silences", content, Cancellation);
    }

    private async Task<int> CountAsync() => (await ListAsync()).GetArrayLength();

    private async Task<string?> StateAsync(string id) =>
        (await ListAsync())
            .EnumerateArray()
            .Single(s => s.GetProperty("id").GetString() == id)
            .GetProperty("state")
            .GetString();

    private Task<JsonElement> ListAsync() =>
        served.Client.GetFromJsonAsync<JsonElement>("api/silences", Cancellation);

    /// <summary>A server over empty tables.</summary>
    public sealed class Served : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private CliHost? _host;
        private PageServer? _server;

        public HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _host = await CliHost.StartAsync(_folder.Data, ownTables: true, Cancellation);
            _server = await PageServer.StartAsync(_host, ServeAddresses.Of(null, 0), Cancellation);
            Client = new HttpClient { BaseAddress = new Uri(_server.Urls.Single()) };
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _server!.DisposeAsync();
            await _host!.DisposeAsync();
            _folder.Dispose();
        }
    }
}
