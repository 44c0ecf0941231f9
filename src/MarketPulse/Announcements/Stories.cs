using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MarketPulse.Announcements;

/// <summary>Which tellings are one story. Pure.</summary>
public static partial class Stories
{
    /// <summary>Tellings further apart than this are two stories.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(24);

    /// <summary>Shared telling words over those of the shorter title (the overlap coefficient): this much makes one story.</summary>
    public const double TitleOverlap = 0.6;

    private static readonly HashSet<string> Empty =
    [
        .. "a an and as at by for from in into is its of on the to with nvidia corp corporation inc new more 8 k report current".Split(
            ' '
        ),
    ];

    /// <summary>The stored announcement that a new telling belongs to, or null; and why.</summary>
    public static (Announcement Announcement, string Reason)? Find(
        Announcement telling,
        IEnumerable<Announcement> known
    )
    {
        foreach (var other in known.Where(k => k.Symbol == telling.Symbol))
        {
            if (SameBecause(telling, other) is { } reason)
            {
                return (other, reason);
            }
        }

        return null;
    }

    /// <summary>A stored announcement with a telling added. Its id stays; the earliest published instant counts.</summary>
    public static Announcement Merge(Announcement stored, Announcement telling)
    {
        var source = telling.Sources[0];
        if (
            stored.Sources.Any(s =>
                s.Feed == source.Feed && (s.Guid == source.Guid || SameUrl(s.Url, source.Url))
            )
        )
        {
            return stored;
        }

        var earlier = telling.PublishedAt < stored.PublishedAt || stored.PublishedAt is null;
        return stored with
        {
            PublishedAt = earlier ? telling.PublishedAt ?? stored.PublishedAt : stored.PublishedAt,
            // A kind that says something beats one that doesn't; otherwise the first telling's word stands.
            Kind = telling.Kind < stored.Kind ? telling.Kind : stored.Kind,
            KindReason = telling.Kind < stored.Kind ? telling.KindReason : stored.KindReason,
            Summary =
                stored.Summary.Length >= telling.Summary.Length ? stored.Summary : telling.Summary,
            Sources = stored.Sources.Add(source),
        };
    }

    private static string? SameBecause(Announcement a, Announcement b)
    {
        if (
            a.Sources.Any(s =>
                b.Sources.Any(o => SameUrl(s.Url, o.Url) || (s.Feed == o.Feed && s.Guid == o.Guid))
            )
        )
        {
            return "same address";
        }

        if ((a.OrderedAt - b.OrderedAt).Duration() > Span)
        {
            return null;
        }

        // A company gives a quarter's results once: the release and the 8-K about it are one story, however they are titled.
        if (a.Kind == AnnouncementKind.Results && b.Kind == AnnouncementKind.Results)
        {
            return "results of one day";
        }

        var titles = a.Sources.SelectMany(s => b.Sources, (s, o) => Overlap(s.Title, o.Title));
        return titles.Max() >= TitleOverlap ? "same words in the title" : null;
    }

    /// <summary>The overlap coefficient of two titles' telling words (Szymkiewicz 1934, Simpson 1943): |A∩B| / min(|A|, |B|).</summary>
    public static double Overlap(string first, string second)
    {
        var (a, b) = (Words(first), Words(second));
        var smaller = Math.Min(a.Count, b.Count);
        // Two or three words in common say little: "GTC keynote" is held every year.
        return smaller < 3 ? 0 : (double)a.Count(b.Contains) / smaller;
    }

    private static HashSet<string> Words(string title) =>
        [
            .. Word()
                .Matches(title.ToLowerInvariant())
                .Select(m => m.Value)
                .Where(w => !Empty.Contains(w)),
        ];

    private static bool SameUrl(string a, string b) => a.Length > 0 && Canonical(a) == Canonical(b);

    /// <summary>An address without what doesn't identify: scheme, "www.", tracking parameters, fragment, trailing slash.</summary>
    private static string Canonical(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return url;
        }

        var query = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p =>
                !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
                && !p.StartsWith(".tsrc=", StringComparison.OrdinalIgnoreCase)
            );
        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal)
            ? uri.IdnHost[4..]
            : uri.IdnHost;
        return $"{host}{uri.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}";
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
