using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MarketPulse.Storage;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>Sends through Azure Communication Services Email, signed in with an identity and never a key (IO).</summary>
/// <remarks>
/// One message is one operation, whose id is derived from its Message-ID. Every attempt first asks how that operation stands,
/// so a mail that was taken just before a crash is recognised and not sent again.
/// </remarks>
public sealed class AcsSender : IEmailSender
{
    internal const string Version = "2025-09-01";

    private const int MostPolls = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Uri _endpoint;
    private readonly TimeProvider _clock;
    private readonly HttpPipeline _pipeline;

    public AcsSender(IOptions<EmailOptions> options, TimeProvider clock)
        : this(options, clock, AzureCredential.Of(options.Value.AcsClientId), new()) { }

    /// <param name="settings">Transport and time limits; attempts are the outbox's, so there are no retries here.</param>
    internal AcsSender(
        IOptions<EmailOptions> options,
        TimeProvider clock,
        TokenCredential credential,
        AcsClientOptions settings
    )
    {
        _endpoint = new Uri(options.Value.AcsEndpoint!);
        _clock = clock;
        _pipeline = HttpPipelineBuilder.Build(
            settings,
            new BearerTokenAuthenticationPolicy(
                credential,
                "https://communication.azure.com/.default"
            )
        );
    }

    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        var id = OperationId.Of(message.MessageId!);
        var answer = await GuardAsync(
            async () =>
                await FindAsync(id, cancellation)
                ?? await PostAsync(AcsMessage.Of(message), id, cancellation),
            cancellation
        );
        for (var polls = 0; !answer!.IsOver && polls < MostPolls; polls++)
        {
            await Task.Delay(answer.Pause(LongestPause), _clock, cancellation);
            answer = await GuardAsync(() => FindAsync(id, cancellation), cancellation) ?? answer;
        }

        return answer.Succeeded
            ? $"operation {id}"
            : throw answer.NotDelivered(_endpoint.Host, id, _clock.GetUtcNow());
    }

    /// <summary>Asks for an operation that never was, which shows whether this identity may use the resource. Sends nothing.</summary>
    /// <exception cref="EmailNotSentException">It may not, or the resource doesn't answer.</exception>
    public Task ProbeAsync(CancellationToken cancellation) =>
        GuardAsync(() => FindAsync(Guid.Empty, cancellation), cancellation);

    private async Task<AcsAnswer?> FindAsync(Guid id, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Get, $"/emails/operations/{id}");
        await _pipeline.SendAsync(message, cancellation);
        return message.Response.Status == 404 ? null : Read(message.Response);
    }

    private async Task<AcsAnswer> PostAsync(
        AcsMessage mail,
        Guid id,
        CancellationToken cancellation
    )
    {
        using var message = Message(RequestMethod.Post, "/emails:send");
        message.Request.Headers.Add("Operation-Id", id.ToString());
        message.Request.Headers.Add("x-ms-client-request-id", id.ToString());
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(mail.ToJson());
        await _pipeline.SendAsync(message, cancellation);
        return Read(message.Response);
    }

    private HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.Path = path;
        message.Request.Uri.AppendQuery("api-version", Version);
        return message;
    }

    private async Task<AcsAnswer?> GuardAsync(
        Func<Task<AcsAnswer?>> ask,
        CancellationToken cancellation
    )
    {
        try
        {
            return await ask();
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new EmailNotSentException($"{_endpoint.Host} did not answer in time.", error);
        }
        catch (AuthenticationFailedException error)
        {
            throw new EmailNotSentException(
                $"No token for {_endpoint.Host}: {MailText.Line(error.Message, 300)} Check Email__AcsClientId in Azure; on your own machine sign in with 'az login' or 'azd auth login'.",
                error,
                SendFailure.Settings
            );
        }
        catch (RequestFailedException error)
        {
            // Without an answer: the name doesn't resolve, the connection broke.
            throw new EmailNotSentException(
                $"{_endpoint.Host} can't be reached: {MailText.Line(error.Message, 300)}",
                error
            );
        }
    }

    private AcsAnswer Read(Response response) =>
        AcsAnswer.Read(response, _endpoint.Host, _clock.GetUtcNow());
}
