namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads a live report's own time, 【22:55】, as a moment of New York's session where it is one in the east of Asia.</summary>
internal static class ClockTimes
{
    /// <summary>The first hour in which New York's session runs, in Beijing.</summary>
    private const int Evening = 21;

    /// <summary>The hour in Beijing before which it is still running, summer and winter.</summary>
    private const int Morning = 4;

    public static void Mark(string text, List<Token> tokens)
    {
        if (
            tokens.Count > 2
            && text[tokens[0].Start] is '【' or '[' or '［'
            && tokens[1].Sort is TokenSort.Number or TokenSort.AttachedNumber
            && tokens[1].Number is >= Evening and < 24 or >= 0 and < Morning
            && text[tokens[1].Start..Math.Min(text.Length, tokens[1].Start + 3)]
                is [_, _, ':' or '：']
        )
        {
            tokens[0] = tokens[0] with
            {
                Sort = TokenSort.Known,
                Sense = Sense.Intraday | Sense.Moment,
            };
        }
    }
}
