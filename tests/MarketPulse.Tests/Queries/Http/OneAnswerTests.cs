using System.Diagnostics;
using System.Net;
using System.Text;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;
using MarketPulse.Cli.Serve;
using MarketPulse.Functions;
using MarketPulse.Queries.Http;
using MarketPulse.Tests.Cli.Replay;
using Microsoft.AspNetCore.Http;

namespace MarketPulse.Tests.Queries.Http;

/// <summary>The same questions by every face over one replay: the Functions app's handlers, <c>serve</c> and the command line.</summary>
public sealed class OneAnswerTests(OneAnswerTests.Served served)
    : IClassFixture<OneAnswerTests.Served>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Question, parameters, and what must stand in the answer.</summary>
    public static TheoryData<string, string, string> Golden =>
        new()
        {
            { "correlations", "limit=1000", "\"verdict\":" },
            { "correlations", "kind=keynote&benchmark=SPY&window=0..0&exclusions=none", "GTC" },
            { "correlations", "sort=t&min-t=1&limit=3", "\"t\":" },
            {
                "correlations",
                "from=2025-03-18&to=2025-03-18&format=csv&limit=1000",
                "symbol,announcementId"
            },
            { "correlations", "verdict=not-distinguishable-from-noise&limit=7", "noise" },
            { "announcements", "from=2025-03-18&to=2025-03-18", "eventDayReason" },
            { "prices", "from=2025-03-10&to=2025-03-21&benchmark=SPY", "adjustedClose" },
            { "prices", "from=2025-03-17&limit=2&format=csv", "2025-03-18" },
            { "alerts", "decision=notify", "reason" },
            { "studies", "window=0..0", "Wilcoxon" },
            { "claims", "as-of=2025-03-21", "[" },
            { "prices", "from=2025-03-17&as-of=2025-03-18", "2025-03-17" },
            { "health", "", "Watchdog" },
            { "statements", "", "\"verdict\":" },
            { "statements", "verdict=confirmed&field=close&limit=2&format=csv", "quote" },
            { "silences", "", "[" },
            { "events", "", "[" },
            { "events", "format=ics", "BEGIN:VCALENDAR" },
            { "alerts", "format=atom", "<feed" },
            { "correlations", "as-of=2025-03-19&model=market-model&limit=5", "GTC" },
            { "announcements", "as-of=2025-03-12", "[" },
            { "studies", "as-of=2025-03-19", "Wilcoxon" },
        };

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task Answer_OfEveryFace_IsTheSameBytes(string question, string query, string holds)
    {
        var functions = await served.FunctionAsync(question, query);
        var serve = await served.ServeAsync($"api/{question}?{query}");
        var commandLine = await Served.CommandLineAsync(served.Data, question, query);

        Assert.True(serve.Status == HttpStatusCode.OK, serve.Body);
        Assert.Contains(holds, serve.Body, StringComparison.Ordinal);
        Assert.Equal(serve.Body, functions);
        Assert.Equal(serve.Body, commandLine);
    }

    [Theory]
    [InlineData("api/nothing", HttpStatusCode.NotFound)]
    [InlineData("api/correlations/NVDA", HttpStatusCode.NotFound)]
    [InlineData("../../watchlist.json", HttpStatusCode.NotFound)]
    [InlineData("..%2f..%2fwatchlist.json", HttpStatusCode.NotFound)]
    [InlineData("%2e%2e/watchlist.json", HttpStatusCode.NotFound)]
    [InlineData("watchlist.json", HttpStatusCode.NotFound)]
    [InlineData(
        "api/correlations?symbol=NVDA'%20or%20PartitionKey%20ge%20'",
        HttpStatusCode.BadRequest
    )]
    [InlineData("api/path?event=20250318T170000-a'%20or%20true", HttpStatusCode.BadRequest)]
    [InlineData("api/path", HttpStatusCode.BadRequest)]
    [InlineData("api/correlations?limit=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("api/correlations?after=%00%ff", HttpStatusCode.BadRequest)]
    [InlineData("api/prices?as-of=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("api/prices?from=0001-01-01", HttpStatusCode.BadRequest)]
    [InlineData("api/announcements?kind=%3Cscript%3E", HttpStatusCode.BadRequest)]
    [InlineData("api/statements?verdict=true", HttpStatusCode.BadRequest)]
    [InlineData("api/statements?field=close'%20or%20true", HttpStatusCode.BadRequest)]
    [InlineData("api/statements?after=MTAwMDAwMDAwMDAwMDAwMDAwMDAw", HttpStatusCode.BadRequest)]
    [InlineData("api/silences?rule=%3Cscript%3E", HttpStatusCode.BadRequest)]
    [InlineData("api/silences?state=any'%20or%20true", HttpStatusCode.BadRequest)]
    [InlineData("api/events?from=2025-03-18&to=2025-03-17", HttpStatusCode.BadRequest)]
    [InlineData("api/events.xml", HttpStatusCode.NotFound)]
    [InlineData("api/events.ics?format=json", HttpStatusCode.BadRequest)]
    [InlineData("api/..%2fevents.ics", HttpStatusCode.NotFound)]
    [InlineData("api/correlations.ics", HttpStatusCode.NotFound)]
    [InlineData("api/correlations?model=random-walk", HttpStatusCode.BadRequest)]
    [InlineData("api/health?as-of=2025-03-18", HttpStatusCode.BadRequest)]
    [InlineData("api/silences?as-of=2025-03-18", HttpStatusCode.BadRequest)]
    public async Task Serve_HostileAddress_IsAClearProblemAndNothingElse(
        string address,
        HttpStatusCode status
    )
    {
        var answer = await served.ServeAsync(address);

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfAReplayedStore_IsJudgedAsOfItsLastDay()
    {
        var health = await served.ServeAsync("api/health");

        Assert.Contains("\"state\":\"ok\"", health.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"late\"", health.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FormatInTheName_IsThatFormat()
    {
        var suffix = await served.ServeAsync("api/prices.csv?limit=2");
        var parameter = await served.ServeAsync("api/prices?limit=2&format=csv");

        Assert.Equal("text/csv", suffix.MediaType);
        Assert.Equal(parameter.Body, suffix.Body);
    }

    [Fact]
    public async Task Correlations_AsOfADay_HoldNothingComputedLater()
    {
        var day = new DateTimeOffset(2025, 3, 19, 4, 0, 0, TimeSpan.Zero);
        var then = await served.ServeAsync("api/correlations?as-of=2025-03-18&limit=1000");
        var now = await served.ServeAsync("api/correlations?limit=1000");
        var rows = System.Text.Json.JsonDocument.Parse(then.Body).RootElement;

        Assert.NotEqual(0, rows.GetArrayLength());
        Assert.All(
            rows.EnumerateArray(),
            r => Assert.True(r.GetProperty("computedAt").GetDateTimeOffset() < day)
        );
        Assert.True(now.Body.Length > then.Body.Length);
    }

    [Fact]
    public async Task Serve_UnchangedAnswer_IsNotSentAgain()
    {
        using var client = served.Client();
        using var first = await client.GetAsync("api/alerts", Cancellation);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.GetAsync("api/alerts", Cancellation);

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("gzip", DecompressionMethods.GZip)]
    [InlineData("br", DecompressionMethods.Brotli)]
    public async Task Serve_CompressedAnswer_IsTheSame(string coding, DecompressionMethods methods)
    {
        var plain = await served.ServeAsync("api/correlations");
        using var raw = served.Client();
        raw.DefaultRequestHeaders.AcceptEncoding.ParseAdd(coding);
        using var packed = await raw.GetAsync("api/correlations", Cancellation);
        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        using var client = served.Client(methods);

        Assert.Equal(plain.Body, await client.GetStringAsync("api/correlations", Cancellation));
    }

    [Fact]
    public async Task Serve_AnyAnswer_KeepsOtherSitesOut()
    {
        using var client = served.Client();
        foreach (var address in (string[])["", "api/health", "api/nothing", "page.js"])
        {
            using var answer = await client.GetAsync(address, Cancellation);
            Assert.StartsWith(
                "default-src 'self'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Serve_ForeignHostName_IsTurnedAway()
    {
        using var client = served.Client();
        client.DefaultRequestHeaders.Host = "rebound.example.org";
        using var answer = await client.GetAsync("api/health", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Serve_AlertsAsAtom_AreAFeed()
    {
        var answer = await served.ServeAsync("api/alerts?format=atom");

        Assert.Equal("application/atom+xml", answer.MediaType);
        var feed = System.Xml.Linq.XDocument.Parse(answer.Body).Root!;
        Assert.Equal("feed", feed.Name.LocalName);
        Assert.Contains(feed.Elements(), e => e.Name.LocalName == "entry");
    }

    [Fact]
    public async Task Serve_LinkToTheNextPage_LeadsToItAndHoldsNoKey()
    {
        using var client = served.Client();
        using var first = await client.GetAsync(
            "api/correlations?limit=2&code=SECRET",
            Cancellation
        );
        var link = Assert.Single(first.Headers.GetValues("Link"));
        Assert.DoesNotContain("SECRET", link, StringComparison.Ordinal);
        var second = await served.ServeAsync($"api/correlations{link[1..link.IndexOf('>')]}");

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.NotEqual(await first.Content.ReadAsStringAsync(Cancellation), second.Body);
    }

    /// <summary>A short replay, and a server over it.</summary>
    public sealed class Served : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private CliHost? _host;
        private PageServer? _server;

        internal LocalData Data => _folder.Data;

        public async ValueTask InitializeAsync()
        {
            await Replays.RunAsync(Replays.March, Data);
            _host = await CliHost.StartAsync(
                Data,
                ownTables: true,
                Cancellation,
                register: services => ReplayedNow.Register(services, Data)
            );
            _server = await PageServer.StartAsync(_host, ServeAddresses.Of(null, 0), Cancellation);
        }

        public HttpClient Client(DecompressionMethods methods = DecompressionMethods.None) =>
            new(new SocketsHttpHandler { AutomaticDecompression = methods })
            {
                BaseAddress = new Uri(_server!.Urls.Single()),
            };

        public async Task<(HttpStatusCode Status, string? MediaType, string Body)> ServeAsync(
            string address
        )
        {
            using var client = Client();
            using var answer = await client.GetAsync(address, Cancellation);
            return (
                answer.StatusCode,
                answer.Content.Headers.ContentType?.MediaType,
                await answer.Content.ReadAsStringAsync(Cancellation)
            );
        }

        /// <summary>As the Functions worker calls it.</summary>
        public async Task<string> FunctionAsync(string question, string query)
        {
            var context = new DefaultHttpContext { RequestServices = _host!.Services };
            context.Request.QueryString = new QueryString(query.Length == 0 ? "" : "?" + query);
            using var body = new MemoryStream();
            context.Response.Body = body;
            var api = new Api(
                _host.Get<QueryApi>(),
                _host.Get<SilenceApi>(),
                _host.Get<ApiDocument>(),
                _host.Get<DashboardFiles>()
            );
            var result = await api.AskAsync(context.Request, question, Cancellation);
            await result.ExecuteAsync(context);
            return Encoding.UTF8.GetString(body.ToArray());
        }

        /// <summary>A process of its own over the same folder.</summary>
        internal static async Task<string> CommandLineAsync(
            LocalData data,
            string question,
            string query
        )
        {
            var start = new ProcessStartInfo("dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            };
            var parameters = query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('='))
                .ToDictionary(p => p[0], p => p[1]);
            parameters.TryAdd("format", "json");
            string[] arguments =
            [
                typeof(CliHost).Assembly.Location,
                "query",
                question,
                "--data",
                data.Root,
                .. parameters.SelectMany(p => new[] { $"--{p.Key}", p.Value }),
            ];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            var answer = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, await errors);
            return answer;
        }

        public async ValueTask DisposeAsync()
        {
            await _server!.DisposeAsync();
            await _host!.DisposeAsync();
            _folder.Dispose();
        }
    }
}
