namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that end what was told of some moment before them.</summary>
internal static class MomentPrices
{
    public static bool End(Clause clause, int at, Stated? before, Token? leading) =>
        PriceWords.IsTo(leading)
        && (
            // "is trading down 0.68% at $490.13"
            before is { Change: true, OfMoment: true, Field: PriceField.Change }
                && EndsMoment(clause, at)
            // "opened at $195.95 and inched up to $196.00": somewhere on the way.
            || before is { Field: PriceField.Open, Change: false }
        );

    /// <summary>"Is currently down $21 or 1.76% at $1203": the changes before it are of a moment.</summary>
    private static bool EndsMoment(Clause clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 2) && clause.Joined(i); i--)
        {
            if (clause.HasBeside(clause.Figures[i], Sense.Moment))
            {
                return true;
            }
        }

        return false;
    }
}
