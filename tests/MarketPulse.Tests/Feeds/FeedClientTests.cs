using System.Net;
using System.Net.Http.Headers;
using MarketPulse.Feeds;
using Microsoft.Extensions.Time.Testing;

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

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, true)]
    [InlineData(HttpStatusCode.PermanentRedirect, true)]
    [InlineData(HttpStatusCode.Found, false)]
    [InlineData(HttpStatusCode.TemporaryRedirect, false)]
    public async Task Get_Redirect_IsFollowedAndToldWhereItIsForGood(
        HttpStatusCode status,
        bool isForGood
    )
    {
        var target = new Uri("https://other.example.org/b");
        _web.On(Address.AbsoluteUri, _ => Redirect(status, target.AbsoluteUri))
            .On(target.AbsoluteUri, HttpStatusCode.OK, "body");
        var reply = await GetAsync(FeedValidators.None);
        Assert.Equal(target, reply!.Address);
        Assert.Equal(isForGood ? target : null, reply.MovedTo);
    }

    [Fact]
    public async Task Get_RedirectFromHttpToHttps_IsFollowed()
    {
        var plain = new Uri("http://feeds.example.org/a");
        _web.On(plain.AbsoluteUri, _ => Redirect(HttpStatusCode.Found, Address.AbsoluteUri))
            .On(Address.AbsoluteUri, HttpStatusCode.OK, "body");
        var reply = await new FeedClient(_http).GetAsync(
            plain,
            FeedValidators.None,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Address, reply!.Address);
    }

    [Theory]
    [InlineData("http://feeds.example.org/a", "from https back to http")]
    [InlineData("file:///etc/passwd", "not an http or https address")]
    [InlineData("ftp://feeds.example.org/a", "not an http or https address")]
    public async Task Get_RedirectThatNobodyShouldFollow_IsRefused(string target, string why)
    {
        _web.On(Address.AbsoluteUri, _ => Redirect(HttpStatusCode.Found, target));
        var error = await Assert.ThrowsAsync<AddressRefusedException>(() =>
            GetAsync(FeedValidators.None)
        );
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Tue, 18 Mar 2025 17:10:00 GMT", 600)]
    [InlineData("999999999", 86400)]
    public async Task Get_RetryAfter_IsRememberedForADayAtMost(string after, int seconds)
    {
        _web.On(
            Address.AbsoluteUri,
            _ =>
            {
                var answer = FakeWeb.Answer(HttpStatusCode.ServiceUnavailable);
                answer.Headers.TryAddWithoutValidation("Retry-After", after);
                return answer;
            }
        );
        var client = new FeedClient(_http, new FakeTimeProvider(Changed));
        var error = await Assert.ThrowsAsync<FeedDeferredException>(() =>
            client.GetAsync(Address, FeedValidators.None, TestContext.Current.CancellationToken)
        );
        Assert.Equal(Changed.AddSeconds(seconds), error.NotBefore);
    }

    [Theory]
    [InlineData("https://www.sec.gov/a", "MarketPulse/0.1 (personal use)", true)]
    [InlineData("https://sec.gov/a", "MarketPulse/0.1", true)]
    [InlineData("https://www.sec.gov/a", "MarketPulse/0.1 (you@example.org)", false)]
    [InlineData("https://notsec.gov/a", "MarketPulse/0.1", false)]
    public void IsMissing_SecAskedWithoutAContact_Is(string address, string agent, bool expected) =>
        Assert.Equal(expected, SecContact.IsMissing(new Uri(address), agent));

    public void Dispose() => _http.Dispose();

    private static HttpResponseMessage Redirect(HttpStatusCode status, string target)
    {
        var answer = FakeWeb.Answer(status);
        answer.Headers.Location = new Uri(target);
        return answer;
    }

    private Task<FeedReply?> GetAsync(FeedValidators validators) =>
        new FeedClient(_http).GetAsync(Address, validators, TestContext.Current.CancellationToken);
}
