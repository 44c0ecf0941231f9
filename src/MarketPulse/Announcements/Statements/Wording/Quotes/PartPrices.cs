using MarketPulse.Announcements.Statements.Wording.Changes;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Reads prices that the words put in a part of the day.</summary>
internal static class PartPrices
{
    public static Stated Read(
        Clause clause,
        int at,
        Stated? before,
        Token? leading,
        PriceField part
    )
    {
        var figure = clause.Figures[at];
        if (
            part == PriceField.Intraday
            && clause.HasBeside(figure, Sense.Extreme)
            && clause.Nearest(figure, Sense.Up | Sense.Down) is { } way
        )
        {
            return new(Direction.Sign(way.Token) > 0 ? PriceField.High : PriceField.Low);
        }

        if (
            part == PriceField.Intraday
            && before is { Change: true, Part: PriceField.Intraday }
            && PriceWords.IsTo(leading)
            && clause.Joined(at - 1)
            && clause.HasBeside(clause.Figures[at - 1], Sense.Extreme)
        )
        {
            // "rose as much as 5.1% to $974": as far as it went by the time of writing.
            return new(before.Sign > 0 ? PriceField.High : PriceField.Low, OfMoment: true);
        }

        // "pushed to $119 at one point": how far is the extreme's, which a close's words would have named.
        return new(
            part,
            Part: part is PriceField.High or PriceField.Low or PriceField.Open ? null : part,
            OfMoment: part == PriceField.Intraday && clause.HasBeside(figure, Sense.Moment)
        );
    }
}
