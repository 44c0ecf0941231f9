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

        var about = feed.About is { } fixedSymbol
            ? watchlist.Find(fixedSymbol)
            : watchlist.Symbols.FirstOrDefault(s =>
                s.Names.Any(n => Relevance.Names(item.Title, n))
            );
        if (about is null)
        {
            return ReadOutcome.Skipped("its title names no watched company");
        }

        var (kind, reason) = KindRules.Classify(item);
        var source = new AnnouncementSource(
            feed.Name,
            item.Url,
            item.Guid,
            item.Title,
            item.PublishedAt
        );
        return ReadOutcome.Read(
            new Announcement(
                Id(item, firstSeen),
                about.Symbol,
                kind,
                reason,
                item.Title,
                FeedText.Cut(item.Summary, SummaryLength),
                item.PublishedAt,
                PublishedOn: null,
                firstSeen,
                [source]
            )
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
