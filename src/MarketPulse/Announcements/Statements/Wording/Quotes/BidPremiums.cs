using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells prices that a bid is held against, mostly another company's.</summary>
internal static class BidPremiums
{
    /// <summary>"A 14 percent premium to its Friday close of $109.38": what a bid is held against, mostly another company's.</summary>
    public static bool Hold(Clause clause, Figure figure)
    {
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            if (clause.Word(i) is "premium" or "discount" or "premium to" or "discount to")
            {
                return true;
            }
        }

        return false;
    }
}
