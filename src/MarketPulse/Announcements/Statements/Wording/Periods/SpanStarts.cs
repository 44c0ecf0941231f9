namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells days that a span began on: "since reporting on Wednesday", "seit der Zahlenvorlage am Mittwoch".</summary>
internal static class SpanStarts
{
    /// <summary>As far as "since" reaches, in words.</summary>
    private const int Farthest = 8;

    public static bool Is(string text, List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Farthest); i--)
        {
            var token = tokens[i];
            if (IsSince(text, token))
            {
                return true;
            }

            // "Its lowest since May on Tuesday": the span began in May.
            if (
                token.Sort == TokenSort.Break
                || token.IsNumber
                || token.Is(Sense.Month | Sense.Weekday | Sense.Ytd | Sense.Superlative)
            )
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsSince(string text, Token token)
    {
        var words = token.Word(text);
        return token.Is(Sense.Since)
            || (
                token.Is(Sense.Period)
                && (
                    words.Equals("since", StringComparison.OrdinalIgnoreCase)
                    || words.Equals("since its", StringComparison.OrdinalIgnoreCase)
                    || words.Equals("seit", StringComparison.OrdinalIgnoreCase)
                    || words.Equals("seit dem", StringComparison.OrdinalIgnoreCase)
                )
            );
    }
}
