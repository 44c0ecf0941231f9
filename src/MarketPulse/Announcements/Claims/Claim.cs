using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>Something that a text asserts and that can be looked at again later.</summary>
/// <param name="Subject">What it is about: a product's or company's name in the lexicon, else the measure; empty where neither is named.</param>
/// <param name="Value">The figure in <paramref name="Unit"/>, multipliers resolved (360 万 is 3,600,000); null where there is none.</param>
/// <param name="Unit">Such as <c>x</c> (times), <c>chips</c>, <c>tokens/s</c>, <c>PFLOPS</c>; null where there is no figure.</param>
/// <param name="ComparedWith">What the text sets beside it ("Hopper: 100 tokens/s"); null where nothing.</param>
/// <param name="Due">When a promise falls due; null for what is no promise.</param>
/// <param name="Arithmetic">What the text's own sum comes to ("50 against 20 is 1.5 times higher: holds"); null where it has none.</param>
/// <param name="Span">Of a quantity its figure and unit, of a promise the product and the period.</param>
public sealed record Claim(
    ClaimType Type,
    string Subject,
    double? Value,
    string? Unit,
    string? ComparedWith,
    DuePeriod? Due,
    string? Arithmetic,
    TextSpan Span
)
{
    /// <summary>What a multiple or percentage is one of: <c>compute</c>, <c>tokens</c>, <c>speed</c>, <c>revenue</c> …; null where the text doesn't say.</summary>
    public string? Measure { get; init; }
}

public enum ClaimType
{
    /// <summary>An amount or a multiple.</summary>
    Quantity,

    /// <summary>A promise of something in a named period.</summary>
    Roadmap,
}

/// <summary>A period in which something is promised.</summary>
/// <param name="Words">Such as <c>2026-H2</c>, <c>2028</c>, <c>2025-Q3</c> or <c>2025-05</c>.</param>
/// <param name="From">Its first day, inclusive; of "by the end of 2026" and "later this year" the day of writing.</param>
/// <param name="To">Its last day, inclusive.</param>
public sealed record DuePeriod(string Words, DateOnly From, DateOnly To);
