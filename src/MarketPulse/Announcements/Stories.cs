using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Claims;

namespace MarketPulse.Announcements;

/// <summary>Which tellings are one story. Pure.</summary>
public static partial class Stories
{
    /// <summary>Tellings further apart than this are two stories, unless they lie at one address or are one text.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(24);

    /// <summary>An item that comes back word for word under another date and id within this is the same one.</summary>
    public static readonly TimeSpan SameTextSpan = TimeSpan.FromDays(30);

    /// <summary>An address that tells something wholly different after this is a page that is used again.</summary>
    public static readonly TimeSpan SameAddressSpan = TimeSpan.FromHours(48);

    /// <summary>Shared telling words over those of the shorter title (a weighted overlap coefficient): this much makes one story.</summary>
    public const double TitleOverlap = 0.6;

    /// <summary>Tellings of one story that are kept by name.</summary>
    public const int MostSources = 16;

    /// <summary>The stored announcement that a new telling belongs to, or null; and why.</summary>
    public static (Announcement Announcement, string Reason)? Find(
        Announcement telling,
        IEnumerable<Announcement> known
    )
    {
        (Announcement, string)? alike = null;
        foreach (var other in known.Where(k => k.Symbol == telling.Symbol))
        {
            // An item that is known is an edit of that one, whatever its new title is like.
            if (SameItemBecause(telling, other) is { } same)
            {
                return (other, same);
            }

            alike ??= SameBecause(telling, other) is { } reason ? (other, reason) : null;
        }

        return alike;
    }

    /// <summary>
    /// A stored announcement with a telling added, or, where it has that telling, with what changed in it. Its id stays; the
    /// earliest published instant counts.
    /// </summary>
    /// <returns>The very same object where nothing has changed.</returns>
    public static Announcement Merge(Announcement stored, Announcement telling)
    {
        var source = telling.Sources[0];
        for (var i = 0; i < stored.Sources.Length; i++)
        {
            if (stored.Sources[i].Feed == source.Feed && IsSameItem(stored.Sources[i], source))
            {
                return StoryEdits.Apply(stored, i, telling);
            }
        }

        if (stored.Sources.Length == MostSources)
        {
            return stored;
        }

        var merged = stored with
        {
            // A kind that says something beats one that doesn't; otherwise the first telling's word stands.
            Kind = telling.Kind < stored.Kind ? telling.Kind : stored.Kind,
            KindReason = telling.Kind < stored.Kind ? telling.KindReason : stored.KindReason,
            Summary =
                stored.Summary.Length >= telling.Summary.Length ? stored.Summary : telling.Summary,
            Sources = stored.Sources.Add(source),
            Claims = StoryClaims.Union(stored.Claims, telling.Claims),
            UpdatedAt =
                stored.UpdatedAt >= telling.UpdatedAt || telling.UpdatedAt is null
                    ? stored.UpdatedAt
                    : telling.UpdatedAt,
        };
        return StoryEdits.Dated(merged, telling.FirstSeenAt);
    }

    /// <summary>
    /// The overlap coefficient of two titles' telling words (Szymkiewicz 1934, Simpson 1943), Σw(A∩B) / min(Σw(A), Σw(B)), where
    /// a word of the trade weighs a third. 0 where the titles name different figures or models, or say too little.
    /// </summary>
    public static double Overlap(string first, string second)
    {
        var (a, b) = (StoryWords.Telling(first), StoryWords.Telling(second));
        // Two words in common say little: "GTC keynote" is held every year.
        if (Math.Min(a.Count, b.Count) < 3)
        {
            return 0;
        }

        var (figures, others) = (
            a.Where(StoryWords.IsFigure).ToList(),
            b.Where(StoryWords.IsFigure).ToList()
        );
        var isContrary = figures.Except(others).Any() && others.Except(figures).Any();
        var smaller = Math.Min(a.Sum(StoryWords.Weight), b.Sum(StoryWords.Weight));
        return isContrary || StoryWords.DifferInOneName(first, second)
            ? 0
            : a.Where(b.Contains).Sum(StoryWords.Weight) / smaller;
    }

    internal static bool SameUrl(string a, string b) =>
        a.Length > 0
        && StoryAddress.Canonical(a) is { Length: > 0 } place
        && place == StoryAddress.Canonical(b);

    private static string? SameItemBecause(Announcement a, Announcement b)
    {
        var pairs = a.Sources.SelectMany(s => b.Sources, (s, o) => (s, o)).ToList();
        if (pairs.Any(p => IsSamePlace(p.s, p.o)))
        {
            return
                (a.OrderedAt - b.OrderedAt).Duration() <= SameAddressSpan
                || pairs.Any(p => SharesAWord(p.s.Title, p.o.Title))
                ? "same address"
                : null;
        }

        return
            (a.OrderedAt - b.OrderedAt).Duration() <= SameTextSpan
            && pairs.Any(p => p.s.Feed == p.o.Feed && IsSameText(p.s, p.o))
            ? "same text"
            : null;
    }

    private static string? SameBecause(Announcement a, Announcement b)
    {
        if ((a.OrderedAt - b.OrderedAt).Duration() > Span)
        {
            return null;
        }

        var pairs = a.Sources.SelectMany(s => b.Sources, (s, o) => (s, o)).ToList();
        // What accompanies the results (the officer's commentary, the call) is told beside them, not by them.
        if (pairs.Any(p => Companion().IsMatch(p.s.Title) != Companion().IsMatch(p.o.Title)))
        {
            return null;
        }

        // A company gives a quarter's results once: the release and the 8-K about it are one story, however they are titled.
        if (a.Kind == AnnouncementKind.Results && b.Kind == AnnouncementKind.Results)
        {
            return "results of one day";
        }

        return pairs.Max(p => Overlap(p.s.Title, p.o.Title)) >= TitleOverlap
                ? "same words in the title"
            : pairs.Any(p => IsAlike(p.s, p.o)) ? "nearly the same text"
            : null;
    }

    private static bool IsSameItem(AnnouncementSource a, AnnouncementSource b) =>
        IsSamePlace(a, b) || IsSameText(a, b);

    /// <summary>One address or identifier; some feeds write the address as identifier at one time and not at another.</summary>
    private static bool IsSamePlace(AnnouncementSource a, AnnouncementSource b) =>
        SameUrl(a.Url, b.Url)
        || SameUrl(a.Guid, b.Url)
        || SameUrl(a.Url, b.Guid)
        || (a.Feed == b.Feed && a.Guid == b.Guid);

    private static bool IsSameText(AnnouncementSource a, AnnouncementSource b) =>
        a.Title == b.Title && a.SummaryHash.Length > 0 && a.SummaryHash == b.SummaryHash;

    private static bool IsAlike(AnnouncementSource a, AnnouncementSource b) =>
        TextPrint.Parse(a.TextPrint) is { } print
        && TextPrint.Parse(b.TextPrint) is { } other
        && print.Distance(other) <= TextPrint.Alike;

    private static bool SharesAWord(string first, string second) =>
        StoryWords.Telling(first).Overlaps(StoryWords.Telling(second)) || first == second;

    [GeneratedRegex(
        @"\bCFO'?s? commentary\b|\b(conference|earnings) call\b|\bwebcast\b|\btranscript\b|电话会|電話會",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Companion();
}
