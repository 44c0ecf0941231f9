namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What the words make of a figure.</summary>
/// <param name="Sign">1 or −1: which way a change went; 1 for a price.</param>
/// <param name="OfMoment">Whether it may be a quote of the time of writing.</param>
/// <param name="Previous">Whether it is of the session before the day that is named.</param>
/// <param name="LongSpan">Whether it is a mark of a longer time than a session.</param>
/// <param name="Skip">Whether it is only remembered for the figures after it, and states nothing to be checked.</param>
internal sealed record Stated(
    PriceField Field,
    int Sign,
    bool OfMoment,
    bool Previous = false,
    bool LongSpan = false,
    bool Skip = false
);
