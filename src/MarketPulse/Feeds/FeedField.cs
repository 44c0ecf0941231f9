namespace MarketPulse.Feeds;

/// <summary>What an element of a feed is for, whatever its format calls it.</summary>
internal enum FeedField
{
    None,
    Root,
    Channel,
    Item,
    Title,
    Link,
    Id,
    Summary,
    Content,
    Published,
    Updated,
    Author,
    Category,
    Language,

    /// <summary>Holds fields of the item that it stands in.</summary>
    Group,

    /// <summary>Holds what looks like fields but belongs to something else.</summary>
    Foreign,
}
