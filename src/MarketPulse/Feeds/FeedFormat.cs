using System.Text.Json.Serialization;

namespace MarketPulse.Feeds;

/// <summary>What a document turned out to be.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedFormat>))]
public enum FeedFormat
{
    /// <summary>Nothing that items can be read from.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>RSS 0.91 to 0.93 and 2.0.</summary>
    [JsonStringEnumMemberName("rss")]
    Rss,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    [JsonStringEnumMemberName("rdf")]
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    [JsonStringEnumMemberName("atom")]
    Atom,

    /// <summary>JSON Feed 1 and 1.1.</summary>
    [JsonStringEnumMemberName("json")]
    JsonFeed,

    /// <summary>Microsoft's Channel Definition Format of 1997.</summary>
    [JsonStringEnumMemberName("cdf")]
    Cdf,

    /// <summary>A web page, read as one item.</summary>
    [JsonStringEnumMemberName("page")]
    Page,
}
