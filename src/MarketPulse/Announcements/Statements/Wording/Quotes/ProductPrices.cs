using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells what a product sells for, or what somebody might spend: "the Shield TV is discounted to $130", "put $1,000 in it right now".</summary>
internal static class ProductPrices
{
    /// <summary>Dollars that no share was ever quoted at.</summary>
    private const double BeyondShares = 1_000_000;

    private static readonly HashSet<string> Products = new(StringComparer.OrdinalIgnoreCase)
    {
        "geforce",
        "rtx",
        "gtx",
        "msrp",
        "retail",
        "retails",
        "retailing",
        "discounted",
        "scalper",
        "scalpers",
        "shield",
        "amazon.com",
        "preorder",
        "h20",
        "h100",
        "h200",
        "b200",
        "graphics cards",
        "graphics card",
        "gpus",
        "servers",
    };

    public static bool Are(Clause clause, Figure figure) =>
        figure.Unit == FigureUnit.Dollar
        && (
            figure.Token.Number >= BeyondShares
            || IsSpent(clause, figure)
            || (figure.Token.Decimals == 0 && IsOfProduct(clause))
        );

    /// <summary>The sentence is about a product, and about no stock.</summary>
    private static bool IsOfProduct(Clause clause) =>
        clause.Tokens.Exists(t =>
            Products.GetAlternateLookup<ReadOnlySpan<char>>().Contains(clause.Word(t))
        )
        && !clause.Tokens.Exists(t =>
            t.Is(Sense.Share | Sense.PreMarket | Sense.AfterHours | Sense.Weekday | Sense.SameDay)
            || (
                t.Is(Sense.Close)
                && t.Word(clause.Text).StartsWith("clos", StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>"Stocks to buy with $1,000 right now", "putting $1,000 into it today".</summary>
    private static bool IsSpent(Clause clause, Figure figure)
    {
        if (figure.Token.Decimals > 0 || figure.Token.Number % 100 != 0 || figure.First == 0)
        {
            return false;
        }

        var at = figure.First - 1;
        if (clause.Word(at) is "just" or "only" or "a" && at > 0)
        {
            at--;
        }

        return clause.Word(at)
            is "with"
                or "With"
                or "put"
                or "putting"
                or "Putting"
                or "spend"
                or "spending"
                or "invest"
                or "investing"
                or "Investing";
    }
}
