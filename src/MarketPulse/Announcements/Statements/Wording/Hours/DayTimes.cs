namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Reads the hours of a named day: "Tuesday morning", "early Monday". The day stays a day, its word says the hour.</summary>
internal static class DayTimes
{
    private const Sense Day = Sense.Weekday | Sense.Today | Sense.Yesterday;

    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (IsPart(text, tokens[i]) && (tokens[i - 1].Is(Day) || IsOfDay(text, tokens, i + 1)))
            {
                tokens[i] = tokens[i] with { Sort = TokenSort.Known, Sense = Sense.Intraday };
            }
            else if (
                tokens[i].Is(Day)
                && tokens[i - 1].Word(text).Equals("early", StringComparison.OrdinalIgnoreCase)
            )
            {
                tokens[i - 1] = tokens[i - 1] with
                {
                    Sort = TokenSort.Known,
                    Sense = Sense.Intraday,
                };
            }
        }
    }

    /// <summary>"On the morning of November 25".</summary>
    private static bool IsOfDay(string text, List<Token> tokens, int of) =>
        of + 1 < tokens.Count
        && tokens[of].Word(text) is "of"
        && tokens[of + 1].Is(Day | Sense.Month);

    private static bool IsPart(string text, Token token) =>
        token.IsAny(text, "morning", "afternoon", "midday", "noon");
}
