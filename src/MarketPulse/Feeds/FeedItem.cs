namespace MarketPulse.Feeds;

/// <summary>One entry of a feed, as its source gives it.</summary>
/// <param name="Guid">The feed's own identifier; the address where it gives none.</param>
/// <param name="Url">An absolute http(s) address, or empty.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text, markup removed.</param>
/// <param name="PublishedAt">UTC; null where the source gives no readable instant.</param>
/// <param name="Categories">The source's own labels.</param>
public sealed record FeedItem(
    string Guid,
    string Url,
    string Title,
    string Summary,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<string> Categories
);

/// <summary>What a feed's bytes hold.</summary>
/// <param name="Notes">What was skipped or could not be read, and why.</param>
public sealed record FeedDocument(IReadOnlyList<FeedItem> Items, IReadOnlyList<string> Notes);
