using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MarketPulse.Alerts.Senders;

/// <summary>Posts a message's subject and text to a webhook (IO). Its address is a secret: it stands in no log and no exception.</summary>
/// <remarks>None of the takers knows a repeated post by an id: after a crash between its acceptance and our mark it shows twice.</remarks>
public sealed class WebhookSender(
    HttpClient http,
    IOptions<EmailOptions> options,
    TimeProvider clock
) : IEmailSender
{
    public async Task<string> SendAsync(
        MimeMessage message,
        string name,
        CancellationToken cancellation
    )
    {
        var settings = options.Value;
        var address = new Uri(settings.WebhookUrl!);
        var shape = settings.WebhookShape!.Value;
        try
        {
            // With its length told: not every taker reads chunks.
            using var body = new StringContent(
                WebhookBody.Of(message, shape, address).ToJsonString(),
                Encoding.UTF8,
                "application/json"
            );
            using var answer = await http.PostAsync(
                WebhookBody.Target(shape, address),
                body,
                cancellation
            );
            return answer.IsSuccessStatusCode
                ? $"{shape} {(int)answer.StatusCode}"
                : throw await RefusalAsync(answer, shape, address, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new EmailNotSentException($"{shape} at {address.Host} did not answer in time.");
        }
        catch (HttpRequestException error)
        {
            // Neither it nor its text is passed on whole: only its sort is known to hold no address.
            throw new EmailNotSentException(
                $"{shape} at {address.Host} can't be reached ({error.HttpRequestError})."
            );
        }
    }

    private async Task<EmailNotSentException> RefusalAsync(
        HttpResponseMessage answer,
        WebhookShape shape,
        Uri address,
        CancellationToken cancellation
    )
    {
        var body = MailText.Line(await answer.Content.ReadAsStringAsync(cancellation), 200);
        // A body that quotes the address back is left out whole.
        var quotes = address
            .PathAndQuery.Split(['/', '?', '&', '='], StringSplitOptions.RemoveEmptyEntries)
            .Any(part => body.Contains(part, StringComparison.OrdinalIgnoreCase));
        var said =
            $"{shape} at {address.Host} answered {(int)answer.StatusCode}{(body.Length == 0 || quotes ? "" : $" ({body})")}";
        return (int)answer.StatusCode switch
        {
            429 => new(
                $"{said}: it has had too many.",
                notBefore: clock.GetUtcNow() + (After(answer) ?? TimeSpan.FromMinutes(1))
            ),
            408 or >= 500 => new(said + "."),
            400 or 413 or 422 => new(said + ".", failure: SendFailure.Refused),
            _ => new(
                $"{said}. Make a new webhook there and set Email__WebhookUrl to its address.",
                failure: SendFailure.Settings
            ),
        };
    }

    private TimeSpan? After(HttpResponseMessage answer) =>
        RetryAfter.Read(
            answer.Headers.TryGetValues("Retry-After", out var said) ? said.First() : null,
            clock.GetUtcNow()
        );
}
