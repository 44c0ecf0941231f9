namespace MarketPulse.Announcements.Statements.Wording;

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

    public static bool Are(Clause clause, Figure figure)
    {
        var next = figure.Last + 1;
        var perShare =
            (next < clause.Tokens.Count && clause.Tokens[next].Is(Sense.PerShare))
            || (figure.First > 0 && clause.Tokens[figure.First - 1].Is(Sense.PerShare));
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

            if (
                Deals.Contains(
                    PlainCharacters.Of(clause.Text.AsSpan(token.Start, token.End - token.Start))
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
