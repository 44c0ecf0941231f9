using System.Net;

namespace MarketPulse.Feeds;

/// <summary>Where a reply sends its reader (RFC 9110, section 15.4).</summary>
internal static class FeedRedirect
{
    /// <summary>The address to ask next; null for a reply that is no redirect.</summary>
    /// <exception cref="AddressRefusedException">It leads where no reader should go.</exception>
    public static Uri? Target(Uri from, HttpResponseMessage response)
    {
        if (
            response.StatusCode
                is not (
                    HttpStatusCode.MovedPermanently
                    or HttpStatusCode.Found
                    or HttpStatusCode.SeeOther
                    or HttpStatusCode.TemporaryRedirect
                    or HttpStatusCode.PermanentRedirect
                )
            || response.Headers.Location is not { } location
        )
        {
            return null;
        }

        var target = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
        {
            throw new AddressRefusedException(
                $"{from} redirects to {target}, from https back to http, which is not followed."
            );
        }

        return target;
    }
}
