using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements;

/// <summary>What a text says about a price, before anybody looked it up.</summary>
/// <param name="Symbol">The listed symbol that the text speaks of; null where it speaks of something that isn't watched.</param>
/// <param name="Value">A price per share in <paramref name="Unit"/>, or a change in per cent (−3.43), as stated.</param>
/// <param name="Unit"><c>USD</c> or <c>%</c>.</param>
/// <param name="Decimals">Decimals that the text gives: what it can be held to.</param>
/// <param name="Approximate">Whether it says "about", "near", "nearly" or the like.</param>
/// <param name="When">The day that it speaks of, as far as the text says.</param>
/// <param name="Span">The shortest stretch of text that carries the statement.</param>
public sealed record PriceStatement(
    string? Symbol,
    PriceField Field,
    double Value,
    string Unit,
    int Decimals,
    bool Approximate,
    DateReference When,
    TextSpan Span
);

/// <summary>Which figure of a session or a span of sessions a statement is about.</summary>
public enum PriceField
{
    Close,
    Open,
    High,
    Low,

    /// <summary>From the close before to the close, in per cent.</summary>
    Change,

    /// <summary>Since the year began, in per cent.</summary>
    YearToDate,
    PreMarket,
    AfterHours,

    /// <summary>A price or change at some moment of the session.</summary>
    Intraday,
}
