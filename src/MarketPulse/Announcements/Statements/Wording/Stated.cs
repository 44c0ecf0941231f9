namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What the words make of a figure.</summary>
/// <param name="Sign">1 or −1: which way a change went; 1 for a price.</param>
/// <param name="Part">Which part of the day the words put it in; null where they don't say.</param>
/// <param name="OfMoment">Whether it may be a quote of the time of writing.</param>
/// <param name="Change">Whether it is a change, whose direction goes on ("gained $11.13, or 8.5%").</param>
/// <param name="Previous">Whether it is of the session before the day that is named.</param>
/// <param name="LongSpan">Whether it is a mark of a longer time than a session.</param>
/// <param name="Skip">Whether it is only remembered for the figures after it, and states nothing to be checked.</param>
internal sealed record Stated(
    PriceField Field,
    int Sign = 1,
    PriceField? Part = null,
    bool OfMoment = false,
    bool Change = false,
    bool Previous = false,
    bool LongSpan = false,
    bool Skip = false,
    bool OfPage = false
);
