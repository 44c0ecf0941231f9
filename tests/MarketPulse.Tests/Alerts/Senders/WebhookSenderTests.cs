using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MarketPulse.Alerts;
using MarketPulse.Alerts.Senders;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Tests.Alerts.Senders;

public class WebhookSenderTests
{
    private const string Secret = "T01-B02-wholeSecretOfTheHook";

    [Fact]
    public async Task Send_Ntfy_PostsTheTopicToTheRoot()
    {
        var (asked, _) = await SendAsync(WebhookShape.Ntfy, 200);
        Assert.Equal("/", asked.Target);
        var json = Json(asked);
        Assert.Equal(Secret, json.GetProperty("topic").GetString());
        Assert.Equal("Subject", json.GetProperty("title").GetString());
        Assert.Equal("Text", json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Send_Slack_PostsPlainTextBlocks()
    {
        var (asked, _) = await SendAsync(
            WebhookShape.Slack,
            200,
            SampleMail.Of("a <!channel> & b", "*bold* <http://x|y>")
        );
        Assert.Equal($"/{Secret}", asked.Target);
        Assert.Equal("a &lt;!channel&gt; &amp; b", Json(asked).GetProperty("text").GetString());
        var blocks = Json(asked).GetProperty("blocks").EnumerateArray().ToList();
        Assert.Equal(["header", "section"], blocks.Select(b => b.GetProperty("type").GetString()));
        Assert.All(
            blocks,
            b => Assert.Equal("plain_text", b.GetProperty("text").GetProperty("type").GetString())
        );
        Assert.Equal(
            "*bold* <http://x|y>",
            blocks[1].GetProperty("text").GetProperty("text").GetString()
        );
    }

    [Fact]
    public async Task Send_Teams_PostsAnAdaptiveCardOfTextRuns()
    {
        var (asked, _) = await SendAsync(
            WebhookShape.Teams,
            202,
            SampleMail.Of("Title", "one\n\n[two](http://x)")
        );
        Assert.Equal("message", Json(asked).GetProperty("type").GetString());
        var attachment = Assert.Single(Json(asked).GetProperty("attachments").EnumerateArray());
        Assert.Equal(
            "application/vnd.microsoft.card.adaptive",
            attachment.GetProperty("contentType").GetString()
        );
        var card = attachment.GetProperty("content");
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Equal(
            ["Title", "one", "[two](http://x)"],
            card.GetProperty("body")
                .EnumerateArray()
                .Select(b => b.GetProperty("inlines")[0].GetProperty("text").GetString())
        );
        Assert.All(
            card.GetProperty("body").EnumerateArray(),
            b => Assert.Equal("RichTextBlock", b.GetProperty("type").GetString())
        );
    }

    [Fact]
    public async Task Send_Discord_EscapesMarkupAndCallsNobody()
    {
        var (asked, _) = await SendAsync(
            WebhookShape.Discord,
            204,
            SampleMail.Of("Title", "@everyone [look](http://x) **now**")
        );
        var embed = Assert.Single(Json(asked).GetProperty("embeds").EnumerateArray());
        Assert.Equal(
            @"@everyone \[look\](http://x) \*\*now\*\*",
            embed.GetProperty("description").GetString()
        );
        Assert.Empty(
            Json(asked).GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray()
        );
    }

    [Theory]
    [InlineData(WebhookShape.Ntfy, 4_096)]
    [InlineData(WebhookShape.Slack, 6_500)]
    [InlineData(WebhookShape.Teams, 28_000)]
    [InlineData(WebhookShape.Discord, 6_000)]
    public async Task Send_LongText_FitsTheTakersLimit(WebhookShape shape, int most)
    {
        var lines = string.Join('\n', Enumerable.Range(0, 300).Select(i => $"{i} 英伟达 up *3* %"));
        foreach (var text in (string[])[lines, new string('x', 20_000), new string('\n', 9_000)])
        {
            var (asked, _) = await SendAsync(shape, 200, SampleMail.Of("Title", text));
            Assert.InRange(Texts(Json(asked)).Sum(Encoding.UTF8.GetByteCount), 1, most * 2);
            Assert.All(Texts(Json(asked)), t => Assert.InRange(t.Length, 0, 4_096));
            if (shape == WebhookShape.Ntfy)
            {
                Assert.InRange(
                    Encoding.UTF8.GetByteCount(Json(asked).GetProperty("message").GetString()!),
                    0,
                    most
                );
            }
        }
    }

    [Theory]
    [InlineData(400, SendFailure.Refused)]
    [InlineData(403, SendFailure.Settings)]
    [InlineData(404, SendFailure.Settings)]
    [InlineData(410, SendFailure.Settings)]
    [InlineData(302, SendFailure.Settings)]
    [InlineData(500, SendFailure.Later)]
    [InlineData(429, SendFailure.Later)]
    public async Task Send_Refusal_MeansWhatItsStatusSaysAndNeverTellsTheAddress(
        int status,
        SendFailure failure
    )
    {
        foreach (var shape in Enum.GetValues<WebhookShape>())
        {
            var log = new AllLines();
            await using var server = await LocalServer.StartAsync(
                https: false,
                (asked, response) =>
                {
                    response.StatusCode = status;
                    response.Headers.RetryAfter = "90";
                    response.Headers.Location = "https://example.org/elsewhere";
                    // Some quote what they were called with.
                    return response.WriteAsync($"no such hook {Secret}");
                }
            );
            using var services = Services(server, shape, log);
            var error = await Assert.ThrowsAsync<EmailNotSentException>(() =>
                services
                    .GetRequiredService<IEmailSender>()
                    .SendAsync(SampleMail.Of("Subject", "Text"), "x", Cancellation)
            );
            Assert.Equal(failure, error.Failure);
            Assert.Equal(status == 429, error.NotBefore is not null);
            Assert.Single(server.Asked);
            Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                log.Lines,
                line => line.Contains(Secret, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Send_NobodyListens_MayGoLaterAndNeverTellsTheAddress()
    {
        var log = new AllLines();
        ServiceProvider services;
        await using (
            var gone = await LocalServer.StartAsync(https: false, (_, _) => Task.CompletedTask)
        )
        {
            services = Services(gone, WebhookShape.Slack, log);
        }

        await using var _ = services;
        var error = await Assert.ThrowsAsync<EmailNotSentException>(() =>
            services
                .GetRequiredService<IEmailSender>()
                .SendAsync(SampleMail.Of("Subject", "Text"), "x", Cancellation)
        );
        Assert.Equal(SendFailure.Later, error.Failure);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static JsonElement Json(Asked asked) =>
        JsonDocument.Parse(asked.Body).RootElement.Clone();

    private static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            JsonValueKind.String => [json.GetString()!],
            _ => [],
        };

    private static async Task<(Asked Asked, string Answer)> SendAsync(
        WebhookShape shape,
        int status,
        MimeKit.MimeMessage? mail = null
    )
    {
        await using var server = await LocalServer.StartAsync(
            https: false,
            (_, response) =>
            {
                response.StatusCode = status;
                return Task.CompletedTask;
            }
        );
        using var services = Services(server, shape, new AllLines());
        var answer = await services
            .GetRequiredService<IEmailSender>()
            .SendAsync(mail ?? SampleMail.Of("Subject", "Text"), "x", Cancellation);
        return (Assert.Single(server.Asked), answer);
    }

    private static ServiceProvider Services(LocalServer server, WebhookShape shape, AllLines log) =>
        new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddMarketPulse(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
                            ["Email:Sender"] = "webhook",
                            ["Email:WebhookShape"] = shape.ToString(),
                            ["Email:WebhookUrl"] = new Uri(server.Address, Secret).ToString(),
                        }
                    )
                    .Build()
            )
            .BuildServiceProvider();

    /// <summary>Every line that anybody logs, at every level.</summary>
    private sealed class AllLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
