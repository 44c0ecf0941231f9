using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells dollars that something is off from something else.</summary>
internal static class PriceDistances
{
    /// <summary>"closed $37.17 below its 52-week high": dollars off something, not a price.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        var next = figure.Last + 1;
        return next < figure.To
            && clause.Tokens[next].Is(Sense.LessThan | Sense.MoreThan | Sense.FromPeak | Sense.From)
            && char.IsAsciiLetter(clause.Text[clause.Tokens[next].Start])
            && (
                !clause.Tokens[next].Is(Sense.From)
                // "down $15 to $25 from Friday's close"
                || clause
                    .Tokens[(next + 1)..Math.Min(clause.Tokens.Count, next + 5)]
                    .Exists(t => t.Is(Sense.Close | Sense.Previous | Sense.High | Sense.Low))
                    && !clause.HasBeside(figure, Sense.Close | Sense.Open) == false
            );
    }
}
