using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MarketPulse.Feeds;
using MarketPulse.Watchlists;

namespace MarketPulse.Announcements;

/// <summary>A feed's item → an announcement, or why it is none. Pure.</summary>
public static class AnnouncementReader
{
    /// <summary>How far a source's clock may run ahead of ours before a date counts as not yet reached.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>The trading calendar begins in 2000: that year has no estimation window, and its first days no session before them.</summary>
    public const int FirstYear = 2001;

    /// <summary>Characters of a summary that are kept.</summary>
    public const int SummaryLength = 2000;

    /// <param name="firstSeen">Now (UTC).</param>
    public static ReadOutcome Read(
        FeedItem item,
        WatchedFeed feed,
        Watchlist watchlist,
        DateTimeOffset firstSeen
    )
    {
        if (item.PublishedAt > firstSeen + ClockTolerance)
        {
            return ReadOutcome.Held(
                $"dated {item.PublishedAt:yyyy-MM-dd HH:mm} UTC, which is still to come: read again then"
            );
        }

        if (item.PublishedAt?.UtcDateTime.Year < FirstYear)
        {
            return ReadOutcome.Skipped(
                $"dated {item.PublishedAt:yyyy-MM-dd}, before the first year that can be measured ({FirstYear})"
            );
        }

        if (item.Title.Length == 0)
        {
            return ReadOutcome.Skipped("it has no title");
        }

        var (about, because) = About(item.Title, feed, watchlist);
        if (about is null)
        {
            return ReadOutcome.Skipped(because);
        }

        var (kind, reason) = KindRules.Classify(item);
        var summary = FeedText.Cut(item.Summary, SummaryLength);
        var source = new AnnouncementSource(
            feed.Name,
            item.Url,
            item.Guid,
            item.Title,
            item.PublishedAt,
            StoryEdits.HashOf(summary),
            TextPrint.Of($"{item.Title} {summary}")?.ToString() ?? "",
            UpdatedAt(item, firstSeen)
        );
        return ReadOutcome.Read(
            new Announcement(
                Id(item, firstSeen),
                about.Symbol,
                kind,
                reason,
                Filing.ReadableTitle(item.Title, item.Summary),
                summary,
                item.PublishedAt,
                PublishedOn: null,
                firstSeen,
                [source],
                because,
                source.UpdatedAt
            )
        );
    }

    /// <summary>An update that lies between the publication and now; one before or in the future says nothing.</summary>
    private static DateTimeOffset? UpdatedAt(FeedItem item, DateTimeOffset firstSeen) =>
        item.UpdatedAt > item.PublishedAt && item.UpdatedAt <= firstSeen + ClockTolerance
            ? item.UpdatedAt
            : null;

    /// <summary>The symbol that an item is about, or null; and why.</summary>
    private static (WatchedSymbol? About, string Reason) About(
        string title,
        WatchedFeed feed,
        Watchlist watchlist
    )
    {
        if (feed.About is { } symbol)
        {
            return (watchlist.Find(symbol), $"every item of {feed.Name} is about {symbol}");
        }

        var judged = watchlist
            .Symbols.Select(s => (s, Judged: Relevance.Judge(title, s.Names)))
            .ToList();
        var about = judged.FirstOrDefault(j => j.Judged.IsAbout);
        return about.s is not null
            ? (about.s, about.Judged.Reason)
            : (
                null,
                judged
                    .Select(j => j.Judged.Reason)
                    .OrderByDescending(r =>
                        r.StartsWith(Relevance.Passing, StringComparison.Ordinal)
                    )
                    .First()
            );
    }

    /// <summary>Sortable by time, and the same whenever the same item is read first.</summary>
    private static string Id(FeedItem item, DateTimeOffset firstSeen)
    {
        var hash = SHA256.HashData(
            Encoding.UTF8.GetBytes(item.Url.Length > 0 ? item.Url : item.Guid)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{item.PublishedAt ?? firstSeen:yyyyMMdd'T'HHmmss}-{Convert.ToHexStringLower(hash)[..8]}"
        );
    }
}
