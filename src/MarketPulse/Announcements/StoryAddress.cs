using System.Text;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>A web address without what doesn't identify the page: how two tellings are seen to lie at one place. Pure.</summary>
public static partial class StoryAddress
{
    /// <summary>Redirects within redirects that are opened.</summary>
    private const int MostWrappers = 3;

    // Parameters that say where a reader came from; those that begin with "utm_" are dropped too.
    private static readonly HashSet<string> Tracking = new(
        ".tsrc tsrc gclid fbclid msclkid dclid yclid twclid igshid mc_cid mc_eid guccounter guce_referrer guce_referrer_sig ncid cmpid cid soc_src soc_trk ref ref_src referrer siteid yptr oc ved usg sa spm from_source ftag amp outputtype output src rss".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] HostPrefixes =
    [
        "www.",
        "m.",
        "mobile.",
        "amp.",
        "wap.",
        "3g.",
    ];

    /// <summary>
    /// Host and path, then what is left of the query in the order of its names. Scheme, port, "www." and mobile hosts, AMP's
    /// marks, tracking parameters, fragment and trailing slash are left out; redirects of Google, Yahoo and the like that carry
    /// their target are opened. A path's case counts.
    /// </summary>
    /// <returns>Empty where the text is no http(s) address or names no page (a site's front page tells no story).</returns>
    public static string Canonical(string url)
    {
        for (var opened = 0; opened < MostWrappers && Target(url) is { } target; opened++)
        {
            url = target;
        }

        if (
            !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
        )
        {
            return "";
        }

        var query = string.Join(
            '&',
            Parameters(uri)
                .Where(p =>
                    !Tracking.Contains(p.Name)
                    && !p.Name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => $"{p.Name}={p.Value}")
        );
        var path = Ending().Replace(uri.AbsolutePath, "");
        path = path.StartsWith("/amp/", StringComparison.Ordinal) ? path[4..] : path;
        return path.Length == 0 && query.Length == 0 ? "" : $"{Host(uri)}{path}?{query}";
    }

    /// <summary>Where a redirect leads, or null for an address that is none.</summary>
    private static string? Target(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri))
        {
            return null;
        }

        if (Cache().Match(uri.Host + uri.AbsolutePath) is { Success: true } cache)
        {
            return "https://" + cache.Groups["page"].Value + uri.Query;
        }

        if (Search().Match(url) is { Success: true } search)
        {
            return Http(Uri.UnescapeDataString(search.Groups["page"].Value));
        }

        if (uri.Host == "news.google.com")
        {
            return Inside(uri.AbsolutePath);
        }

        return Redirect().IsMatch(uri.Host + uri.AbsolutePath)
            ? Parameters(uri)
                .Where(p => p.Name is "url" or "q" or "u" or "target" or "to")
                .Select(p => Http(Uri.UnescapeDataString(p.Value)))
                .FirstOrDefault(p => p is not null)
            : null;
    }

    /// <summary>Google News's older article ids are Base64 of a message that holds the address; newer ones say nothing.</summary>
    private static string? Inside(string path)
    {
        var id = path[(path.LastIndexOf('/') + 1)..].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[id.Length];
        return
            Convert.TryFromBase64String(
                id.PadRight((id.Length + 3) / 4 * 4, '='),
                bytes,
                out var length
            ) && Link().Match(Encoding.Latin1.GetString(bytes, 0, length)) is { Success: true } link
            ? link.Value
            : null;
    }

    private static string? Http(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? text
            : null;

    private static IEnumerable<(string Name, string Value)> Parameters(Uri uri) =>
        uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => (p[0], p.Length > 1 ? p[1] : ""));

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        while (
            HostPrefixes.FirstOrDefault(p => host.StartsWith(p, StringComparison.Ordinal))
                is { } prefix
            && host.Count(c => c == '.') > 1
        )
        {
            host = host[prefix.Length..];
        }

        return host;
    }

    [GeneratedRegex(@"(/(amp|index\.(html?|php)))?(\.amp)?/*$")]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"^([\w-]+\.cdn\.ampproject\.org/[cv]|(www\.)?google\.[a-z.]+/amp)/(s/)?(?<page>.+)$"
    )]
    private static partial Regex Cache();

    [GeneratedRegex(@"^https?://(r\.)?search\.yahoo\.com/.*/RU=(?<page>[^/]+)")]
    private static partial Regex Search();

    [GeneratedRegex(
        @"^((www\.)?google\.[a-z.]+/url|l\.facebook\.com/l\.php|(www\.)?bing\.com/news/apiclick\.aspx|[\w.-]+\.safelinks\.protection\.outlook\.com/|(www\.)?yahoo\.com/redirect|link\.zhihu\.com/)"
    )]
    private static partial Regex Redirect();

    [GeneratedRegex(@"https?://[\x21-\x7e]+")]
    private static partial Regex Link();
}
