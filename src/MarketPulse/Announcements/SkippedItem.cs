using System.Collections.Immutable;

namespace MarketPulse.Announcements;

/// <summary>An item that only mentions a watched company: what it was and why it counts as no announcement.</summary>
/// <param name="SeenAt">When it was read (UTC).</param>
public sealed record SkippedItem(DateTimeOffset SeenAt, string Title, string Url, string Reason);

/// <summary>The passing mentions of one feed, newest last; what is kept in the Sources table beside the feed's state.</summary>
public sealed record SkippedItems(ImmutableArray<SkippedItem> Items)
{
    /// <summary>Its partition in the Sources table.</summary>
    public const string Sort = "mention";

    /// <summary>Mentions that are kept of one feed.</summary>
    public const int Most = 40;

    /// <summary>These and what is new among others; the very same object where nothing is.</summary>
    public SkippedItems With(IEnumerable<SkippedItem> items)
    {
        var fresh = items.Where(i => Items.All(k => (k.Url, k.Title) != (i.Url, i.Title))).ToList();
        return fresh.Count == 0 ? this : new([.. Items.Concat(fresh).TakeLast(Most)]);
    }
}
