using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Hours;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells what a deal pays for a share: "agreed to invest $1 billion in the company at $6.01 a share".</summary>
internal static class DealPrices
{
    private const int Farthest = 20;

    private static readonly HashSet<string> Deals = new(StringComparer.Ordinal)
    {
        "invest",
        "invests",
        "invested",
        "investing",
        "investment",
        "buy",
        "buys",
        "bought",
        "buying",
        "acquire",
        "acquires",
        "acquired",
        "acquiring",
        "purchase",
        "purchased",
        "sell",
        "sold",
        "issue",
        "issued",
        "subscribe",
        "subscribed",
        "投资",
        "入股",
        "认购",
        "收购",
        "增发",
        "发行",
    };

    private static readonly string[] Behind =
    [
        "购买",
        "买入",
        "买进",
        "购入",
        "卖出",
        "售出",
        "出售",
        "抛售",
    ];

    /// <summary>以每股约250美元的价格购买</summary>
    private static bool IsTraded(Clause clause, Figure figure)
    {
        var from = figure.Last + 1;
        var to = Math.Min(clause.Tokens.Count, from + 4) - 1;
        if (to < from)
        {
            return false;
        }

        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[from].Start,
                clause.Tokens[to].End - clause.Tokens[from].Start
            )
        );
        var comma = words.IndexOf(',', StringComparison.Ordinal);
        return Array.Exists(
            Behind,
            b =>
                words.IndexOf(b, StringComparison.Ordinal) is >= 0 and var at
                && (comma < 0 || at < comma)
        );
    }

    public static bool Are(Clause clause, Figure figure)
    {
        var next = figure.Last + 1;
        var perShare =
            (next < clause.Tokens.Count && clause.Tokens[next].Is(Sense.PerShare))
            || (figure.First > 0 && clause.Tokens[figure.First - 1].Is(Sense.PerShare));
        if (IsTraded(clause, figure))
        {
            return true;
        }

        if (!perShare || clause.HasBeside(figure, DayPart.Marks | Sense.Up | Sense.Down))
        {
            return false;
        }

        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Up | Sense.Down | DayPart.Marks))
            {
                return false;
            }

            if (Deals.Contains(PlainCharacters.Of(clause.Word(token))))
            {
                return true;
            }
        }

        return false;
    }
}
