using MarketPulse.Announcements.Statements.Wording.Hours;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Reads changes in dollars.</summary>
internal static class DollarChanges
{
    public static Stated Read(Clause clause, int at, Stated? before, int sign)
    {
        var part = DayPart.Of(clause, at, before);
        return new(
            part is PriceField.PreMarket or PriceField.AfterHours or PriceField.Intraday
                ? part.Value
                : PriceField.Change,
            sign,
            part,
            Change: true,
            // Dollars gained or lost by some moment can't be told from a price once they are one.
            Skip: part
                is PriceField.Intraday
                    or PriceField.High
                    or PriceField.Low
                    or PriceField.Open
        );
    }
}
