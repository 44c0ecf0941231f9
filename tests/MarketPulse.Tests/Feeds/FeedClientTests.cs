using System.Net;
using System.Net.Http.Headers;
using MarketPulse.Feeds;

namespace MarketPulse.Tests.Feeds;

public sealed class FeedClientTests : IDisposable
{
    private static readonly Uri Address = new("https://feeds.example.org/a");
    private static readonly DateTimeOffset Changed = new(2025, 3, 18, 17, 0, 0, TimeSpan.Zero);

    private readonly FakeWeb _web = new();
    private readonly HttpClient _http;

    public FeedClientTests() => _http = new HttpClient(_web);

    [Fact]
    public async Task Get_FirstTime_AsksWithoutConditionsAndKeepsTheValidators()
    {
        HttpRequestHeaders? asked = null;
        _web.On(
            Address.AbsoluteUri,
            request =>
            {
                asked = request.Headers;
                var answer = FakeWeb.Answer(HttpStatusCode.OK, "body");
                answer.Headers.ETag = new("\"v1\"", isWeak: true);
                answer.Content.Headers.LastModified = Changed;
                return answer;
            }
        );
        var reply = await GetAsync(FeedValidators.None);
        Assert.Equal("body"u8.ToArray(), reply!.Body);
        Assert.Equal(new FeedValidators("W/\"v1\"", Changed), reply.Validators);
        Assert.Empty(asked!.IfNoneMatch);
        Assert.Null(asked.IfModifiedSince);
        Assert.Contains(asked.Accept, a => a.MediaType == "application/rss+xml");
    }

    [Fact]
    public async Task Get_WithValidators_SendsThemAndTakesNotModifiedForNothingNew()
    {
        HttpRequestHeaders? asked = null;
        _web.On(
            Address.AbsoluteUri,
            request =>
            {
                asked = request.Headers;
                return new(HttpStatusCode.NotModified);
            }
        );
        Assert.Null(await GetAsync(new("W/\"v1\"", Changed)));
        Assert.Equal("W/\"v1\"", Assert.Single(asked!.IfNoneMatch).ToString());
        Assert.Equal(Changed, asked.IfModifiedSince);
    }

    [Fact]
    public async Task Get_StoredTagThatIsNone_AsksWithoutIt()
    {
        HttpRequestHeaders? asked = null;
        _web.On(
            Address.AbsoluteUri,
            request =>
            {
                asked = request.Headers;
                return FakeWeb.Answer(HttpStatusCode.OK);
            }
        );
        Assert.NotNull(await GetAsync(new("no quotes", null)));
        Assert.Empty(asked!.IfNoneMatch);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task Get_AnyOtherStatus_ThrowsWithAddressAndStatus(HttpStatusCode status)
    {
        _web.On(Address.AbsoluteUri, status);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            GetAsync(FeedValidators.None)
        );
        Assert.Equal(status, error.StatusCode);
        Assert.StartsWith(
            $"{Address} answered {(int)status}",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_MoreThanTheLimit_Throws()
    {
        _web.On(
            Address.AbsoluteUri,
            _ =>
                new(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(new byte[FeedClient.MaxBytes + 1]),
                }
        );
        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            GetAsync(FeedValidators.None)
        );
        Assert.Contains("more than 8388608 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_JustTheLimit_IsTaken()
    {
        _web.On(
            Address.AbsoluteUri,
            _ =>
                new(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(new byte[FeedClient.MaxBytes]),
                }
        );
        Assert.Equal(FeedClient.MaxBytes, (await GetAsync(FeedValidators.None))!.Body.Length);
    }

    [Fact]
    public async Task Get_AddressThatNoTestForesaw_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync(FeedValidators.None));

    public void Dispose() => _http.Dispose();

    private Task<FeedReply?> GetAsync(FeedValidators validators) =>
        new FeedClient(_http).GetAsync(Address, validators, TestContext.Current.CancellationToken);
}
