using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Senders;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MarketPulse.Tests.Alerts.Senders;

/// <summary>Against a local server that plays the answers of the service's REST description.</summary>
public class AcsSenderTests
{
    private const string Token = "token-that-nobody-may-see";

    [Fact]
    public async Task Send_Accepted_PostsTheMailOnceAndPollsUntilItIsDone()
    {
        await using var server = await PlayAsync(Unknown, Accepted, Running, Succeeded);
        var mail = await SampleMail.WriteAsync();
        var id = OperationId.Of(mail.MessageId!);
        Assert.Equal($"operation {id}", await SendAsync(server, mail));
        Assert.Equal(
            [
                $"GET /emails/operations/{id}?api-version=2025-09-01",
                "POST /emails:send?api-version=2025-09-01",
                $"GET /emails/operations/{id}?api-version=2025-09-01",
                $"GET /emails/operations/{id}?api-version=2025-09-01",
            ],
            server.Asked.Select(a => $"{a.Method} {a.Target}")
        );
        var post = server.Asked[1];
        Assert.Equal(id.ToString(), post.Headers["Operation-Id"]);
        Assert.Equal($"Bearer {Token}", post.Headers["Authorization"]);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Send_Mail_IsTheServicesJsonWithThePictureInline()
    {
        await using var server = await PlayAsync(Unknown, Accepted, Succeeded);
        var mail = await SampleMail.WriteAsync();
        await SendAsync(server, mail);
        var json = JsonDocument.Parse(server.Asked[1].Body).RootElement;
        Assert.Equal(
            "DoNotReply@1b2c.azurecomm.net",
            json.GetProperty("senderAddress").GetString()
        );
        var content = json.GetProperty("content");
        Assert.Equal(mail.Subject, content.GetProperty("subject").GetString());
        Assert.Equal(mail.TextBody, content.GetProperty("plainText").GetString());
        Assert.Equal(mail.HtmlBody, content.GetProperty("html").GetString());
        var to = Assert.Single(json.GetProperty("recipients").GetProperty("to").EnumerateArray());
        Assert.Equal("you@example.org", to.GetProperty("address").GetString());
        Assert.Equal("You", to.GetProperty("displayName").GetString());
        Assert.True(json.GetProperty("userEngagementTrackingDisabled").GetBoolean());
        var headers = json.GetProperty("headers");
        Assert.Equal($"<{mail.MessageId}>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal("auto-generated", headers.GetProperty("Auto-Submitted").GetString());
        Assert.False(headers.TryGetProperty("Subject", out _));
        var picture = Assert.Single(json.GetProperty("attachments").EnumerateArray());
        Assert.Equal("image/png", picture.GetProperty("contentType").GetString());
        Assert.Equal("chart.png", picture.GetProperty("name").GetString());
        Assert.Equal(
            [0x89, (byte)'P', (byte)'N', (byte)'G'],
            picture.GetProperty("contentInBase64").GetBytesFromBase64()[..4]
        );
        Assert.Contains(
            $"cid:{picture.GetProperty("contentId").GetString()}",
            mail.HtmlBody,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Send_TakenBeforeACrash_IsRecognisedAndNotPostedAgain()
    {
        await using var server = await PlayAsync(Succeeded);
        await SendAsync(server);
        Assert.Equal("GET", Assert.Single(server.Asked).Method);
    }

    [Fact]
    public async Task Send_OperationThatNeverEnds_IsAskedAgainLaterUnderTheSameId()
    {
        await using var server = await PlayAsync(Unknown, Accepted, Running);
        var error = await FailsAsync(server);
        Assert.Equal(SendFailure.Later, error.Failure);
        Assert.NotNull(error.NotBefore);
        Assert.Single(server.Asked, a => a.Method == "POST");
        Assert.InRange(server.Asked.Count, 5, 20);
    }

    [Fact]
    public async Task Send_OperationThatFailed_IsRefusedWithItsReason()
    {
        await using var server = await PlayAsync(Unknown, Accepted, Dropped);
        var error = await FailsAsync(server);
        Assert.Equal(SendFailure.Refused, error.Failure);
        Assert.Contains("EmailDropped: gave up", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_QuotaUsedUp_IsNotNowAndTellsWhen()
    {
        await using var server = await PlayAsync(
            Unknown,
            new(429, Error("TooManyRequests", "slow down"), RetryAfter: "3600")
        );
        var error = await FailsAsync(server);
        Assert.Equal(SendFailure.Later, error.Failure);
        var wait = error.NotBefore!.Value - TimeProvider.System.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        Assert.Contains("TooManyRequests: slow down", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Denied", "x", SendFailure.Settings, "Communication and Email Service Owner")]
    [InlineData(403, "Denied", "x", SendFailure.Settings, "Communication and Email Service Owner")]
    [InlineData(404, "DomainNotLinked", "x", SendFailure.Settings, "Email__From")]
    [InlineData(400, "InvalidSender", "bad sender", SendFailure.Settings, "Email__From")]
    [InlineData(400, "BadRequest", "bad content", SendFailure.Refused, "bad content")]
    [InlineData(413, "TooLarge", "x", SendFailure.Refused, "TooLarge")]
    [InlineData(500, "InternalError", "x", SendFailure.Later, "InternalError")]
    [InlineData(503, "Busy", "x", SendFailure.Later, "503")]
    public async Task Send_ServicesRefusal_MeansWhatItsStatusSays(
        int status,
        string code,
        string message,
        SendFailure failure,
        string said
    )
    {
        await using var server = await PlayAsync(Unknown, new(status, Error(code, message)));
        var error = await FailsAsync(server);
        Assert.Equal(failure, error.Failure);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
        // One attempt: the patience is the outbox'.
        Assert.Single(server.Asked, a => a.Method == "POST");
    }

    [Theory]
    [InlineData("<html>gateway</html>")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"error\":\"text\"}")]
    public async Task Send_BodyThatIsNoJsonOfTheService_StillFailsReadably(string body)
    {
        await using var server = await PlayAsync(Unknown, new(502, body));
        Assert.Contains(
            "answered 502",
            (await FailsAsync(server)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Send_ServerThatNeverAnswers_GivesUpAndMayGoLater()
    {
        await using var server = await LocalServer.StartAsync(
            https: true,
            (_, response) =>
                Task.Delay(
                    Timeout.InfiniteTimeSpan,
                    TimeProvider.System,
                    response.HttpContext.RequestAborted
                )
        );
        var error = await FailsAsync(server, TimeSpan.FromMilliseconds(500));
        Assert.Equal(SendFailure.Later, error.Failure);
    }

    [Fact]
    public async Task Send_ConnectionThatBreaks_MayGoLater()
    {
        await using var server = await LocalServer.StartAsync(
            https: true,
            (_, response) =>
            {
                response.HttpContext.Abort();
                return Task.CompletedTask;
            }
        );
        Assert.Equal(SendFailure.Later, (await FailsAsync(server)).Failure);
    }

    [Fact]
    public async Task Send_NotSignedIn_SaysHowTo()
    {
        await using var server = await PlayAsync(Succeeded);
        var sender = Sender(server, new NobodyCredential(), null);
        var mail = await SampleMail.WriteAsync();
        var error = await Assert.ThrowsAsync<EmailNotSentException>(() =>
            sender.SendAsync(mail, "x", Cancellation)
        );
        Assert.Equal(SendFailure.Settings, error.Failure);
        Assert.Contains("az login", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public void OperationId_OfOneMessage_IsAlwaysTheSameGuid()
    {
        var id = OperationId.Of("0123@marketpulse.invalid");
        Assert.Equal(id, OperationId.Of("0123@marketpulse.invalid"));
        Assert.NotEqual(id, OperationId.Of("0124@marketpulse.invalid"));
        Assert.Equal(8, id.Version);
    }

    private static readonly Played Unknown = new(404, Error("NotFound", "no such operation"));

    private static readonly Played Accepted = new(202, Status("Running"), "0");

    private static readonly Played Running = new(200, Status("Running"), "0");

    private static readonly Played Succeeded = new(200, Status("Succeeded"));

    private static readonly Played Dropped = new(
        200,
        """{"id":"0","status":"Failed","error":{"code":"EmailDropped","message":"gave up"}}"""
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Status(string status) => $$"""{"id":"0","status":"{{status}}"}""";

    private static string Error(string code, string message) =>
        $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""";

    /// <summary>The answers in order; the last one again and again.</summary>
    private static Task<LocalServer> PlayAsync(params Played[] answers)
    {
        var next = -1;
        return LocalServer.StartAsync(
            https: true,
            async (_, response) =>
            {
                var answer = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
                response.StatusCode = answer.Code;
                if (answer.RetryAfter is { } wait)
                {
                    response.Headers.RetryAfter = wait;
                }

                await response.WriteAsync(answer.Body);
            }
        );
    }

    private static async Task<string> SendAsync(
        LocalServer server,
        MimeKit.MimeMessage? mail = null,
        TimeSpan? patience = null
    ) =>
        await Sender(server, new FixedCredential(), patience)
            .SendAsync(mail ?? await SampleMail.WriteAsync(), "x", Cancellation);

    private static Task<EmailNotSentException> FailsAsync(
        LocalServer server,
        TimeSpan? patience = null
    ) => Assert.ThrowsAsync<EmailNotSentException>(() => SendAsync(server, patience: patience));

    private static AcsSender Sender(
        LocalServer server,
        TokenCredential credential,
        TimeSpan? patience
    )
    {
        var settings = new AcsClientOptions
        {
            Transport = new HttpClientTransport(
                new HttpClientHandler
                {
                    ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
                }
            ),
        };
        settings.Retry.NetworkTimeout = patience ?? settings.Retry.NetworkTimeout;
        return new(
            Options.Create(
                new EmailOptions { Sender = "acs", AcsEndpoint = server.Address.ToString() }
            ),
            TimeProvider.System,
            credential,
            settings
        );
    }

    private sealed record Played(int Code, string Body, string? RetryAfter = null);

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            Assert.Equal(["https://communication.azure.com/.default"], requestContext.Scopes);
            return new(Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class NobodyCredential : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => throw new CredentialUnavailableException("nobody is signed in");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => throw new CredentialUnavailableException("nobody is signed in");
    }
}
