using System.Text.Json.Serialization;

namespace MarketPulse.Announcements.Claims;

/// <summary>What a story says of a product's coming: the ledger of promises is made of these, and they are stored with the story.</summary>
/// <param name="Subject">The product, by its name in the lexicon.</param>
/// <param name="Due">When it is promised for; null for a delivery.</param>
/// <param name="SaidOn">The day on which the telling that says so was published or first seen (UTC).</param>
/// <param name="Quote">The sentence, cut to <see cref="StoryClaims.LongestQuote"/> characters.</param>
public sealed record StoryClaim(
    string Subject,
    StoryClaimSort Sort,
    DuePeriod? Due,
    DateOnly SaidOn,
    string Quote
);

[JsonConverter(typeof(JsonStringEnumConverter<StoryClaimSort>))]
public enum StoryClaimSort
{
    /// <summary>It is to come in a named period.</summary>
    [JsonStringEnumMemberName("promise")]
    Promise,

    /// <summary>It is there: available, shipping, on sale or in full production.</summary>
    [JsonStringEnumMemberName("delivery")]
    Delivery,
}
