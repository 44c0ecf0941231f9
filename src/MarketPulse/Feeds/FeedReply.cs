namespace MarketPulse.Feeds;

/// <summary>What a server gave to recognise an unchanged reply by.</summary>
public sealed record FeedValidators(string? ETag, DateTimeOffset? LastModified)
{
    public static readonly FeedValidators None = new(null, null);
}

/// <summary>A changed feed.</summary>
public sealed record FeedReply(byte[] Body, FeedValidators Validators)
{
    /// <summary>Where it came from in the end; null where that isn't known.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the server calls its encoding, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Where it has moved for good, as every redirect on the way said; null where it hasn't.</summary>
    public Uri? MovedTo { get; init; }
}
