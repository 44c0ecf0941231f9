namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads the session's end where "trading at" would say a moment of it.</summary>
internal static class TradingEnds
{
    public static void Mark(string text, List<Token> tokens, int i)
    {
        if (tokens[i].Is(Sense.Moment) && EndsTrading(text, tokens, i))
        {
            tokens[i] = tokens[i] with { Sense = Sense.Close | Sense.To };
        }
    }

    /// <summary>"to end Tuesday's trading at $115.43": no quote of a moment.</summary>
    private static bool EndsTrading(string text, List<Token> tokens, int at)
    {
        if (!tokens[at].Word(text).Equals("trading at", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (
                tokens[i]
                    .IsAny(
                        text,
                        "end",
                        "ends",
                        "ended",
                        "ending",
                        "finish",
                        "finished",
                        "finishing",
                        "close",
                        "closed",
                        "closing"
                    )
            )
            {
                return true;
            }
        }

        return false;
    }
}
