using System.Net;
using System.Net.Http.Headers;

namespace MarketPulse.Feeds;

/// <summary>Fetches a feed only when it changed (IO). RFC 9110, section 13: ETag and Last-Modified.</summary>
public sealed class FeedClient(HttpClient http)
{
    /// <summary>Bytes read of one reply at most.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Gets a feed, or null when the server says that nothing changed since the validators were given.</summary>
    /// <exception cref="HttpRequestException">No answer, or one other than 200 and 304; the message names the address.</exception>
    public async Task<FeedReply?> GetAsync(
        Uri url,
        FeedValidators validators,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd(
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
        );
        if (validators.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        request.Headers.IfModifiedSince = validators.LastModified;
        using var response = await http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellation
        );
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(
                $"{url} answered {(int)response.StatusCode} {response.ReasonPhrase}.",
                null,
                response.StatusCode
            );
        }

        var body = await ReadAsync(url, response.Content, cancellation);
        return new(
            body,
            new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified)
        );
    }

    private static async Task<byte[]> ReadAsync(
        Uri url,
        HttpContent content,
        CancellationToken cancellation
    )
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
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

        return body.ToArray();
    }
}

/// <summary>What a server gave to recognise an unchanged reply by.</summary>
public sealed record FeedValidators(string? ETag, DateTimeOffset? LastModified)
{
    public static readonly FeedValidators None = new(null, null);
}

/// <summary>A changed feed.</summary>
public sealed record FeedReply(byte[] Body, FeedValidators Validators);
