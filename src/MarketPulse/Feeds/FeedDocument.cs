namespace MarketPulse.Feeds;

/// <summary>What a feed's bytes hold.</summary>
/// <param name="Items">In the document's order.</param>
/// <param name="Notes">What was skipped, mended or could not be read, and why.</param>
public sealed record FeedDocument(IReadOnlyList<FeedItem> Items, IReadOnlyList<string> Notes)
{
    /// <summary>What it is; <see cref="FeedFormat.None"/> where nothing could be read.</summary>
    public FeedFormat Format { get; init; }

    /// <summary>The format's version as the document gives it, such as "2.0"; empty where it gives none.</summary>
    public string Version { get; init; } = "";

    /// <summary>The feed's own title, plain text.</summary>
    public string Title { get; init; } = "";

    /// <summary>The address of the site that the feed belongs to, http(s), or empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>The name of the encoding that its bytes were read in, such as "utf-8".</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Whether its end is missing, so that the same reply read again would still lack what came after.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Feeds that a page names as its own, in its order; empty for a feed.</summary>
    public IReadOnlyList<string> Alternates { get; init; } = [];
}
