using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MarketPulse.Queries.Http;

/// <summary>
/// A reply of known bytes: with a strong ETag made from them, 304 where the asker has them already, compressed where that is
/// wanted, and with the headers that keep a browser from running or framing what it shouldn't.
/// </summary>
public sealed class ApiResult(byte[] body, string mediaType, int status = StatusCodes.Status200OK)
    : IResult
{
    /// <summary>Nothing but this site's own files; no frame around it, no key or address handed on.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    // Less doesn't fill a network packet.
    private const int LeastCompressed = 1200;

    /// <summary>Further headers.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Protect(response.Headers);
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        var coding = body.Length < LeastCompressed ? null : Coding(httpContext.Request);
        response.Headers.Vary = "Accept-Encoding";
        response.StatusCode = status;
        if (status == StatusCodes.Status200OK)
        {
            var tag = $"\"{Print()}{(coding is null ? "" : "-" + coding)}\"";
            response.Headers.ETag = tag;
            if (Has(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = mediaType;
        var sent = coding is null ? body : Compress(coding);
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(sent, httpContext.RequestAborted);
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Kept by the asker alone, and asked about each time: the ETag makes that cheap.
        headers.CacheControl = "private, no-cache";
    }

    private static string? Coding(HttpRequest request)
    {
        var wanted = request
            .GetTypedHeaders()
            .AcceptEncoding.Where(a => a.Quality is not 0)
            .Select(a => a.Value.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted.Contains("br") ? "br"
            : wanted.Contains("gzip") ? "gzip"
            : null;
    }

    private static bool Has(HttpRequest request, string tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(t =>
                t.Equals(EntityTagHeaderValue.Any)
                || (!t.IsWeak && t.Tag.Equals(tag, StringComparison.Ordinal))
            );

    private string Print() => Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 15));

    private byte[] Compress(string coding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream =
                coding == "br"
                    ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)
                    : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)
        )
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
