using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MarketPulse.Tests;

/// <summary>Servers that answer what a test registered. A request that no test foresaw throws.</summary>
internal sealed class FakeWeb : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> _answers =
        new(StringComparer.Ordinal);

    private readonly List<Uri> _requests = [];

    /// <summary>Everything that was asked, in order.</summary>
    public IReadOnlyList<Uri> Requests => _requests;

    /// <summary>Sets the answer of an address, whatever its query.</summary>
    public FakeWeb On(string address, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answers[address] = answer;
        return this;
    }

    public FakeWeb On(string address, HttpStatusCode status, string body = "") =>
        On(address, _ => Answer(status, body));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "") =>
        new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };

    /// <summary>A feed as servers give it: with an ETag, and 304 to whoever shows that tag.</summary>
    public FakeWeb OnFeed(string address, string body)
    {
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..12]}\""
        );
        return On(
            address,
            request =>
            {
                if (request.Headers.IfNoneMatch.Contains(tag))
                {
                    return new(HttpStatusCode.NotModified);
                }

                var answer = Answer(HttpStatusCode.OK, body);
                answer.Headers.ETag = tag;
                return answer;
            }
        );
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        _requests.Add(request.RequestUri!);
        return _answers.TryGetValue(
            request.RequestUri!.GetLeftPart(UriPartial.Path),
            out var answer
        )
            ? Task.FromResult(answer(request))
            : throw new InvalidOperationException($"No test foresaw {request.RequestUri}.");
    }
}
