namespace MarketPulse.Feeds;

/// <summary>How a feed was read last, stored so that an unchanged one isn't fetched again and a broken one is noticed.</summary>
/// <param name="ETag">The validator of the last reply that was stored whole.</param>
/// <param name="LastModified">Likewise (UTC).</param>
/// <param name="FailingSince">When the present row of failures began (UTC); null while it works.</param>
/// <param name="Failure">What it said last; null while it works.</param>
/// <param name="NotBefore">From when on the server wants to be asked again (UTC); null where it doesn't say.</param>
public sealed record FeedState(
    string? ETag = null,
    DateTimeOffset? LastModified = null,
    DateTimeOffset? FailingSince = null,
    string? Failure = null,
    DateTimeOffset? NotBefore = null
);
