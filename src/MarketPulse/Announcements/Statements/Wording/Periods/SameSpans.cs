namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Reads "over the same stretch", 同期 as the span that was told before it.</summary>
internal static class SameSpans
{
    /// <summary>Makes such words this year's where the span before them is.</summary>
    /// <param name="before">The span that the sentence before ended with.</param>
    public static void Mark(string text, List<Token> tokens, Sense before)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsSame(text, tokens[i]))
            {
                if (before == Sense.Ytd)
                {
                    tokens[i] = tokens[i] with { Sense = Sense.Ytd };
                }
            }
            else if (
                before != Sense.None
                && i + 1 < tokens.Count
                && tokens[i + 1].Is(Sense.Up | Sense.Down)
                && tokens[i].Word(text).Equals("still", StringComparison.OrdinalIgnoreCase)
            )
            {
                // "Surged this week … on Thursday the stock was still up 8.5%": over the week.
                tokens[i] = tokens[i] with
                {
                    Sort = TokenSort.Known,
                    Sense = before,
                };
            }
            else if (tokens[i].Is(Sense.Ytd | Sense.Period))
            {
                before = Of(text, tokens[i]);
            }
        }
    }

    /// <summary>The span that a sentence ends with; none where it tells of sums, whose span isn't a price's.</summary>
    public static Sense Last(string text, List<Token> tokens)
    {
        var last = tokens.FindLastIndex(t => t.Is(Sense.Ytd | Sense.Period));
        return last < 0 || tokens.Exists(t => t.Is(Sense.Measure))
            ? Sense.None
            : Of(text, tokens[last]);
    }

    /// <summary>A year that is named ("in 2023") may be over; it isn't carried on.</summary>
    private static Sense Of(string text, Token token) =>
        token.Is(Sense.Ytd) && token.Word(text).IndexOfAnyInRange('0', '9') < 0
            ? Sense.Ytd
            : Sense.Period;

    private static bool IsSame(string text, Token token)
    {
        if (!token.Is(Sense.Period))
        {
            return false;
        }

        var words = token.Word(text);
        return words.Contains(" same ", StringComparison.OrdinalIgnoreCase)
            || words.Contains(" that ", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("同期")
            || words.StartsWith("同一");
    }
}
