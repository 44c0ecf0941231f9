using System.Text.Json;
using Azure;

namespace MarketPulse.Alerts.Senders;

/// <summary>How a send operation stands, as the service tells it (EmailSendResult and ErrorResponse of its REST API).</summary>
/// <param name="Status">NotStarted, Running, Succeeded, Failed or Canceled.</param>
/// <param name="Why">The error's code and message; null while there is none.</param>
/// <param name="RetryAfter">How long to wait before asking again; null where it isn't said.</param>
internal sealed record AcsAnswer(string Status, string? Why, TimeSpan? RetryAfter)
{
    public bool Succeeded => Status == "Succeeded";

    public bool IsOver => Status is "Succeeded" or "Failed" or "Canceled";

    /// <summary>The wait before asking again: what the service says, within reason.</summary>
    public TimeSpan Pause(TimeSpan longest) =>
        RetryAfter is { } said && said < longest ? said : longest;

    /// <exception cref="EmailNotSentException">The answer is a refusal.</exception>
    public static AcsAnswer Read(Response response, string host, DateTimeOffset now)
    {
        var after = Senders.RetryAfter.Read(
            response.Headers.TryGetValue("Retry-After", out var header) ? header : null,
            now
        );
        var (status, why) = Parse(response.Content);
        return response.IsError
            ? throw Refusal(response.Status, why, host, now, after)
            : new(status ?? "Running", why, after);
    }

    /// <summary>What to say of an operation that ended badly, or hasn't ended in the time that we wait.</summary>
    public EmailNotSentException NotDelivered(string host, Guid id, DateTimeOffset now) =>
        IsOver
            ? new(
                $"{host} did not deliver operation {id} ({Status}): {Why ?? "it gave no reason"}",
                failure: SendFailure.Refused
            )
            : new(
                $"{host} has taken operation {id} but not ended it yet; the next attempt asks again and sends nothing twice.",
                notBefore: now + TimeSpan.FromMinutes(1)
            );

    private static EmailNotSentException Refusal(
        int status,
        string? why,
        string host,
        DateTimeOffset now,
        TimeSpan? after
    )
    {
        var said = $"{host} answered {status}{(why is null ? "" : $" ({why})")}";
        return status switch
        {
            429 => new(
                $"{said}: the quota of mails is used up (an Azure-managed domain: 5 a minute, 10 an hour).",
                notBefore: now + (after ?? TimeSpan.FromMinutes(1))
            ),
            401 or 403 => new(
                $"{said}. Give the identity the role 'Communication and Email Service Owner' on the Communication Services resource; a new role takes some minutes to count.",
                failure: SendFailure.Settings
            ),
            404 => new(
                $"{said}. Check Email__AcsEndpoint, and that Email__From's domain is linked to it.",
                failure: SendFailure.Settings
            ),
            400 when IsAboutTheSender(why) => new(
                $"{said}. Set Email__From to a sender of a domain that is linked to the resource.",
                failure: SendFailure.Settings
            ),
            408 or >= 500 => new(said + ".", notBefore: after is null ? null : now + after),
            _ => new(said + ".", failure: SendFailure.Refused),
        };
    }

    private static bool IsAboutTheSender(string? why) =>
        why is not null
        && (
            why.Contains("sender", StringComparison.OrdinalIgnoreCase)
            || why.Contains("domain", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Reads what there is; a body that is no such JSON gives nulls.</summary>
    private static (string? Status, string? Why) Parse(BinaryData body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var why = Text(root, "error", "code") is { } code
                ? MailText.Line($"{code}: {Text(root, "error", "message")}", 300)
                : null;
            return (Text(root, "status"), why);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (
                element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty(name, out element)
            )
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
