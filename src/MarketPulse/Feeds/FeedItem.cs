namespace MarketPulse.Feeds;

/// <summary>One entry of a feed, as its source gives it.</summary>
/// <param name="Guid">
/// The feed's own identifier; the address where it gives none; where it has neither, "sha256:" and a hash of what it says.
/// </param>
/// <param name="Url">An absolute http(s) address, or empty.</param>
/// <param name="Title">Plain text; empty where the source gives none.</param>
/// <param name="Summary">Plain text, markup removed, cut to <see cref="FeedParser.SummaryLength"/> characters.</param>
/// <param name="PublishedAt">UTC; the update's instant where only that is given; null where the source gives no readable one.</param>
/// <param name="Categories">The source's own labels.</param>
public sealed record FeedItem(
    string Guid,
    string Url,
    string Title,
    string Summary,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<string> Categories
)
{
    /// <summary>When the source says that it changed last (UTC); null where it doesn't.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who wrote it, as the source puts it; empty where it doesn't say.</summary>
    public string Author { get; init; } = "";

    /// <summary>The whole text with its markup, where the source gives more than a summary; else empty.</summary>
    public string Content { get; init; } = "";

    /// <summary>The longer of summary and content as plain text, cut to so many characters.</summary>
    public string TextUpTo(int length)
    {
        var content = FeedText.Plain(Content, length);
        return content.Length > Summary.Length ? content : FeedText.Cut(Summary, length);
    }

    /// <summary>A language tag such as "en-US", the item's own or its feed's; empty where neither is given.</summary>
    public string Language { get; init; } = "";

    /// <summary>What EDGAR says of a filing; null for everything else.</summary>
    public EdgarFiling? Filing { get; init; }
}
