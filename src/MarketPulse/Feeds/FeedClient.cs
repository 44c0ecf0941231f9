using System.Net;
using System.Net.Http.Headers;

namespace MarketPulse.Feeds;

/// <summary>
/// Fetches a feed or a page only when it changed (IO). RFC 9110, section 13: ETag and Last-Modified. Redirects are followed here, so
/// that each is looked at: only http and https, never back from https to http.
/// </summary>
public sealed class FeedClient(HttpClient http, TimeProvider? clock = null)
{
    /// <summary>Bytes read of one reply at most, unpacked.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Redirects followed at most.</summary>
    public const int MaxRedirects = 5;

    /// <summary>The longest that a server's wish not to be asked is kept: a wrong clock mustn't silence a feed for good.</summary>
    public static readonly TimeSpan LongestDeferral = TimeSpan.FromDays(1);

    /// <summary>How long a reply's body may take: a server that drips bytes mustn't hold up the others.</summary>
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Gets a feed, or null when the server says that nothing changed since the validators were given.</summary>
    /// <exception cref="AddressRefusedException">It, or a redirect, leads to an address that is never asked.</exception>
    /// <exception cref="FeedDeferredException">The server says when to ask again.</exception>
    /// <exception cref="HttpRequestException">No answer, or one other than 200 and 304; the message names the address.</exception>
    public async Task<FeedReply?> GetAsync(
        Uri url,
        FeedValidators validators,
        CancellationToken cancellation
    )
    {
        var (address, isMovedForGood) = (url, true);
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            Check(address);
            using var request = Request(address, validators);
            using var response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            if (FeedRedirect.Target(address, response) is { } target)
            {
                isMovedForGood &=
                    response.StatusCode
                        is HttpStatusCode.MovedPermanently
                            or HttpStatusCode.PermanentRedirect;
                address = target;
                continue;
            }

            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return null;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Refusal(url, address, response);
            }

            return new(
                await ReadAsync(url, response.Content, cancellation),
                new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified)
            )
            {
                Address = address,
                Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
                MovedTo = hop > 0 && isMovedForGood ? address : null,
            };
        }

        throw new HttpRequestException($"{url} redirects more than {MaxRedirects} times.");
    }

    /// <summary>Whether the SEC would miss a contact in how this client names itself.</summary>
    public bool LacksSecContact(Uri address) =>
        SecContact.IsMissing(address, http.DefaultRequestHeaders.UserAgent.ToString());

    private static void Check(Uri address)
    {
        if (!FeedAddress.IsWeb(address))
        {
            throw new AddressRefusedException(
                $"{address} is not an http or https address, the only ones that are asked."
            );
        }
    }

    private static HttpRequestMessage Request(Uri address, FeedValidators validators)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
        );
        if (validators.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        request.Headers.IfModifiedSince = validators.LastModified;
        return request;
    }

    private HttpRequestException Refusal(Uri url, Uri address, HttpResponseMessage response)
    {
        var status = response.StatusCode;
        var message = $"{url} answered {(int)status} {response.ReasonPhrase}.";
        if (status == HttpStatusCode.Gone)
        {
            message += " It is gone for good: remove it.";
        }
        else if (status == HttpStatusCode.Forbidden && LacksSecContact(address))
        {
            message += $" {SecContact.Cure}";
        }

        return
            status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            && NotBefore(response) is { } notBefore
            ? new FeedDeferredException(
                $"{message} It asks not to be asked before {notBefore:yyyy-MM-dd HH:mm:ss} UTC.",
                status,
                notBefore
            )
            : new HttpRequestException(message, null, status);
    }

    private DateTimeOffset? NotBefore(HttpResponseMessage response)
    {
        var now = _clock.GetUtcNow();
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => TimeSpan.Zero,
        };
        return wait <= TimeSpan.Zero
            ? null
            : now + (wait < LongestDeferral ? wait : LongestDeferral);
    }

    private async Task<byte[]> ReadAsync(
        Uri url,
        HttpContent content,
        CancellationToken cancellation
    )
    {
        using var time = new CancellationTokenSource(BodyTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            time.Token
        );
        await using var stream = await content.ReadAsStreamAsync(either.Token);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, either.Token)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > MaxBytes)
                {
                    throw new HttpRequestException(
                        $"{url} answered with more than {MaxBytes} bytes."
                    );
                }
            }
        }
        catch (InvalidDataException error)
        {
            throw new HttpRequestException(
                $"{url} answered with bytes that can't be unpacked.",
                error
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException(
                $"{url} took more than {BodyTime.TotalSeconds:0} seconds to give its body."
            );
        }

        return body.ToArray();
    }
}
