using System.Net;

namespace MarketPulse.Feeds;

/// <summary>A server asks not to be asked again for a while (RFC 9110, section 10.2.3: Retry-After).</summary>
/// <param name="notBefore">From when on it may be asked (UTC).</param>
public sealed class FeedDeferredException(
    string message,
    HttpStatusCode status,
    DateTimeOffset notBefore
) : HttpRequestException(message, null, status)
{
    public DateTimeOffset NotBefore { get; } = notBefore;
}
