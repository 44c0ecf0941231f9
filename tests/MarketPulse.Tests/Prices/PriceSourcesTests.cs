using System.Net;
using System.Text;
using MarketPulse.Prices;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Prices;

public class PriceSourcesTests
{
    private const string Tiingo = "https://api.tiingo.com/tiingo/daily/NVDA/prices";
    private const string Body = """
        [{"date":"2025-03-17T00:00:00.000Z","close":119.53,"high":122.89,"low":118.03,"open":122.74,"volume":255501470,"adjClose":119.5,"adjHigh":1,"adjLow":1,"adjOpen":1,"adjVolume":1,"divCash":0.0,"splitFactor":1.0},
         {"date":"2025-03-18T00:00:00.000Z","close":115.43,"high":119.02,"low":114.54,"open":118.0,"volume":299686900,"adjClose":115.4,"divCash":0.01,"splitFactor":1.0},
         {"date":"2025-03-19T00:00:00.000Z","close":null,"high":null,"low":null,"open":null,"volume":null,"divCash":0.0,"splitFactor":1.0}]
        """;

    private static readonly DateOnly From = new(2025, 3, 17);
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 20, 20, 0, TimeSpan.Zero);

    [Fact]
    public async Task Tiingo_RealShape_GivesBarsAsTraded()
    {
        var web = new FakeWeb().On(Tiingo, HttpStatusCode.OK, Body);
        var reply = await Client(web).GetAsync("NVDA", From, Now, Cancellation);
        Assert.Equal(
            new QuotedBar(new(2025, 3, 18), 118, 119.02, 114.54, 115.43, 299686900, 0.01, 1, 115.4),
            reply.Bars[^1]
        );
        Assert.Equal(2, reply.Bars.Length);
        Assert.Contains(
            "2025-03-19: bar left out",
            Assert.Single(reply.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tiingo_Token_GoesInTheHeaderOnly()
    {
        string? header = null;
        var web = new FakeWeb().On(
            Tiingo,
            request =>
            {
                header = request.Headers.Authorization?.ToString();
                return FakeWeb.Answer(HttpStatusCode.OK, Body);
            }
        );
        await Client(web).GetAsync("NVDA", From, Now, Cancellation);
        Assert.Equal("Token s3cret", header);
        Assert.DoesNotContain("s3cret", web.Requests[0].AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(
            "startDate=2025-03-17&endDate=2025-03-18",
            web.Requests[0].Query,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, """{"detail":"Not found."}""", "doesn't know NVDA", true)]
    [InlineData(HttpStatusCode.Unauthorized, "", "Check Prices__Tiingo__Token", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "", "used up", false)]
    [InlineData(HttpStatusCode.BadGateway, "", "answered 502", false)]
    [InlineData(HttpStatusCode.OK, "<html>", "is not its end-of-day format", false)]
    [InlineData(HttpStatusCode.OK, """[{"date":"2025-03""", "is not its end-of-day format", false)]
    [InlineData(HttpStatusCode.OK, """{"detail":"x"}""", "is not its end-of-day format", false)]
    public async Task Tiingo_Refusal_SaysWhatToDoAndNoSecret(
        HttpStatusCode status,
        string body,
        string message,
        bool isUnknown
    )
    {
        var web = new FakeWeb().On(Tiingo, status, body);
        var error = await Assert.ThrowsAsync<PriceSourceException>(() =>
            Client(web).GetAsync("NVDA", From, Now, Cancellation)
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(isUnknown, error.IsUnknownSymbol);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FirstFails_TakesTheNextThatHasBarsAndSaysWhy()
    {
        var reply = await new PriceSources([
            new Source("a", new PriceSourceException("a is shut.")),
            new Source("b"),
            new Source("c", bars: 2),
            new Source("d", bars: 3),
        ]).GetAsync("NVDA", From, Now, Cancellation);
        Assert.Equal(("c", 2), (reply.Source, reply.Bars.Length));
        Assert.Equal(["a is shut."], reply.Notes);
    }

    [Fact]
    public async Task Get_FirstAnswers_AsksNobodyElse()
    {
        var second = new Source("b", bars: 1);
        var reply = await new PriceSources([new Source("a", bars: 1), second]).GetAsync(
            "NVDA",
            From,
            Now,
            Cancellation
        );
        Assert.Equal("a", reply.Source);
        Assert.Equal(0, second.Asked);
    }

    [Theory]
    [InlineData(false)] // One is only shut: it may know the symbol yet.
    [InlineData(true)]
    public async Task Get_AllFail_SaysWhatEachSaid(bool unknownToBoth)
    {
        var first = new PriceSourceException("a says no.") { IsUnknownSymbol = unknownToBoth };
        var second = new PriceSourceException("b knows none.") { IsUnknownSymbol = true };
        var error = await Assert.ThrowsAsync<PriceSourceException>(() =>
            new PriceSources([new Source("a", first), new Source("b", second)]).GetAsync(
                "NVDA",
                From,
                Now,
                Cancellation
            )
        );
        Assert.Equal("a says no. b knows none.", error.Message);
        Assert.Equal(unknownToBoth, error.IsUnknownSymbol);
    }

    [Fact]
    public async Task Get_FirstHasNoBarsAndTheOtherFails_IsAnAnswerWithoutBars()
    {
        var reply = await new PriceSources([
            new Source("a"),
            new Source("b", new PriceSourceException("b is shut.")),
        ]).GetAsync("NVDA", From, Now, Cancellation);
        Assert.Equal("a", reply.Source);
        Assert.Empty(reply.Bars);
    }

    [Fact]
    public async Task Yahoo_AnswerWithoutEnd_IsCutOffAndTold()
    {
        var huge = new FakeWeb();
        foreach (var host in (int[])[1, 2])
        {
            huge.On(
                ChartServer.Address(host, "NVDA"),
                _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[200]) }
            );
        }

        using var http = new HttpClient(huge) { MaxResponseContentBufferSize = 100 };
        var error = await Assert.ThrowsAsync<PriceSourceException>(() =>
            new YahooPriceClient(http).GetAsync("NVDA", From, Now, Cancellation)
        );
        Assert.Contains("What is stored stays", error.Message, StringComparison.Ordinal);
    }

    private static TiingoPriceClient Client(FakeWeb web) =>
        new(
            new HttpClient(web),
            Options.Create(new PriceOptions { Tiingo = new() { Token = "s3cret" } })
        );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed class Source(string name, PriceSourceException? error = null, int bars = 0)
        : IPriceSource
    {
        public string Name => name;

        public int Asked { get; private set; }

        public Task<PriceReply> GetAsync(
            string symbol,
            DateOnly from,
            DateTimeOffset now,
            CancellationToken cancellation
        )
        {
            Asked++;
            return error is null
                ? Task.FromResult(
                    new PriceReply(
                        name,
                        [
                            .. Enumerable
                                .Range(0, bars)
                                .Select(i => new QuotedBar(from.AddDays(i), 1, 1, 1, 1, 1)),
                        ],
                        []
                    )
                )
                : throw error;
        }
    }
}
