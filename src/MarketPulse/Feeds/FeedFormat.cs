namespace MarketPulse.Feeds;

/// <summary>What a document turned out to be.</summary>
public enum FeedFormat
{
    /// <summary>Nothing that items can be read from.</summary>
    None,

    /// <summary>RSS 0.91 to 0.93 and 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1 and 1.1.</summary>
    JsonFeed,

    /// <summary>Microsoft's Channel Definition Format of 1997.</summary>
    Cdf,

    /// <summary>A web page, read as one item.</summary>
    Page,
}
