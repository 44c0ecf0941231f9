using System.IO.Compression;
using System.Net;
using System.Text;
using MarketPulse.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Tests.Feeds;

/// <summary>The client as it is composed, against a server on this machine.</summary>
public sealed class FeedConnectionTests : IAsyncLifetime
{
    private WebApplication? _server;
    private int _requests;

    private Uri Address => new(_server!.Urls.First());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync(Cancellation);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Get_LoopbackAddress_IsRefusedWithTheCureAndNotRetried(string host)
    {
        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            GetAsync(new UriBuilder(Address) { Host = host, Path = "/plain" }.Uri, allow: false)
        );
        Assert.Contains("Http:AllowPrivateAddresses", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _requests);
    }

    [Theory]
    [InlineData("/plain")]
    [InlineData("/gzip")]
    [InlineData("/brotli")]
    [InlineData("/moved")]
    public async Task Get_AllowedAddress_GivesTheBodyUnpacked(string path)
    {
        var reply = await GetAsync(new Uri(Address, path), allow: true);
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(reply!.Body));
        Assert.Equal("gbk", reply.Charset);
    }

    [Fact]
    public async Task Get_SmallPackedBodyThatUnpacksToMuch_IsStopped()
    {
        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            GetAsync(new Uri(Address, "/bomb"), allow: true)
        );
        Assert.Contains("more than 8388608 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RedirectsInACircle_EndAfterFive()
    {
        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            GetAsync(new Uri(Address, "/circle"), allow: true)
        );
        Assert.Equal(FeedClient.MaxRedirects + 1, _requests);
    }

    [Fact]
    public async Task Get_ServerThatSaysWhenToComeBack_IsNotAskedAgainAtOnce()
    {
        var error = await Assert.ThrowsAsync<FeedDeferredException>(() =>
            GetAsync(new Uri(Address, "/busy"), allow: true)
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task Get_GoneFeed_IsNotRetriedAndSaysToRemoveIt()
    {
        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            GetAsync(new Uri(Address, "/gone"), allow: true)
        );
        Assert.Contains("remove it", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public void Compose_SettingThatIsNeitherTrueNorFalse_IsRefused() =>
        Assert.Throws<SettingException>(() => Compose("perhaps"));

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var response = context.Response;
        response.ContentType = "text/xml; charset=\"gbk\"";
        switch (context.Request.Path.Value)
        {
            case "/plain":
                await response.WriteAsync("<rss/>", Cancellation);
                break;
            case "/moved":
                response.Redirect("/plain", permanent: true);
                break;
            case "/circle":
                response.Redirect("/circle");
                break;
            case "/gone":
                response.StatusCode = 410;
                break;
            case "/busy":
                response.StatusCode = 429;
                response.Headers.RetryAfter = "120";
                break;
            case "/gzip":
                await PackAsync(
                    response,
                    "gzip",
                    new GZipStream(response.Body, CompressionLevel.Fastest),
                    "<rss/>"u8.ToArray()
                );
                break;
            case "/brotli":
                await PackAsync(
                    response,
                    "br",
                    new BrotliStream(response.Body, CompressionLevel.Fastest),
                    "<rss/>"u8.ToArray()
                );
                break;
            case "/bomb":
                await PackAsync(
                    response,
                    "gzip",
                    new GZipStream(response.Body, CompressionLevel.Fastest),
                    new byte[4 * FeedClient.MaxBytes]
                );
                break;
        }
    }

    private static async Task PackAsync(
        HttpResponse response,
        string encoding,
        Stream packed,
        byte[] body
    )
    {
        response.Headers.ContentEncoding = encoding;
        await using (packed)
        {
            await packed.WriteAsync(body, Cancellation);
        }
    }

    private static async Task<FeedReply?> GetAsync(Uri address, bool allow)
    {
        await using var services = Compose(allow ? "true" : "");
        return await services
            .GetRequiredService<FeedClient>()
            .GetAsync(address, FeedValidators.None, Cancellation);
    }

    private static ServiceProvider Compose(string allow)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMarketPulse(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["Http:AllowPrivateAddresses"] = allow }
                )
                .Build()
        );
        return services.BuildServiceProvider();
    }
}
