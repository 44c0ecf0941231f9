using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Feeds;
using MarketPulse.Watchlists;

namespace MarketPulse.Announcements;

/// <summary>What a feed's items tell of watched symbols, and which tell nothing and why. Pure.</summary>
/// <param name="IsHeld">Whether an item is dated in the future, so that the feed has to be read again then.</param>
internal sealed record FeedTellings(
    IReadOnlyList<Announcement> Tellings,
    IReadOnlyList<(FeedItem Item, string Reason)> Skipped,
    bool IsHeld
)
{
    /// <param name="now">When they are read (UTC).</param>
    public static FeedTellings Of(
        IReadOnlyList<FeedItem> items,
        WatchedFeed feed,
        Watchlist watchlist,
        Lexicon lexicon,
        DateTimeOffset now
    )
    {
        var held = false;
        var tellings = new List<Announcement>();
        var skipped = new List<(FeedItem, string)>();
        foreach (var item in items)
        {
            var outcome = AnnouncementReader.Read(item, feed, watchlist, now);
            held |= outcome.IsHeld;
            if (outcome.Announcement is { } telling)
            {
                tellings.Add(telling with { Claims = ClaimsOf(item, telling, watchlist, lexicon) });
            }
            else
            {
                skipped.Add((item, outcome.Reason));
            }
        }

        return new(tellings, skipped, held);
    }

    /// <summary>The items that name a watched company without being about it, to be kept with their reasons.</summary>
    public List<SkippedItem> PassingMentions(DateTimeOffset now) =>
        [
            .. Skipped
                .Where(s => s.Reason.StartsWith(Relevance.Passing, StringComparison.Ordinal))
                .Select(s => new SkippedItem(
                    now,
                    FeedText.Cut(s.Item.Title, 200),
                    FeedText.Cut(s.Item.Url, 200),
                    s.Reason
                )),
        ];

    private static System.Collections.Immutable.ImmutableArray<StoryClaim> ClaimsOf(
        FeedItem item,
        Announcement telling,
        Watchlist watchlist,
        Lexicon lexicon
    ) =>
        StoryClaims.Read(
            item.Title,
            item.TextUpTo(AnnouncementIngestion.ClaimsReach),
            DateOnly.FromDateTime(telling.OrderedAt.UtcDateTime),
            lexicon,
            watchlist.Find(telling.Symbol)?.Names
        );
}
