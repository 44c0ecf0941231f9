using Microsoft.AspNetCore.Http;

namespace MarketPulse.Queries.Http;

/// <summary>Tells requests that another site made a browser send from those of this page or of a program. Pure.</summary>
internal static class SameSite
{
    /// <summary>
    /// Whether it may change something. What browsers say of themselves decides (Fetch Metadata, else the Origin): a foreign
    /// page can set neither. A program sends neither; it has no one's cookies or keys but its own.
    /// </summary>
    public static bool Allows(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return true;
        }

        // A host in front keeps the name that was asked for here; a foreign page can't set it without being asked first.
        var host = request.Headers["X-Forwarded-Host"].ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.Authority.Equals(
                host.Length > 0 ? host : request.Host.Value,
                StringComparison.OrdinalIgnoreCase
            );
    }
}
