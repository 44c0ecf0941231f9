namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads limits that only say where a price went, or how far.</summary>
internal static class LimitMarks
{
    public static void Mark(string text, List<Token> tokens, int i)
    {
        if (
            tokens[i].Is(Sense.Limit)
            && tokens[i].Word(text) is "up to" or "down to"
            && tokens[i + 1].Is(Sense.Dollar)
            && i + 2 < tokens.Count
            && tokens[i + 2] is { IsNumber: true, Decimals: 2 }
        )
        {
            // "up to $211.16 in after-hours trading": cents tell where it went, no limit.
            tokens[i] = tokens[i] with
            {
                Sense = Sense.To,
            };
        }

        if (
            tokens[i].Is(Sense.Limit)
            && tokens[i].Word(text) is "up to"
            && i > 1
            && tokens[i - 1].Word(text) is "of" or "by"
            && tokens[i - 2].Is(Sense.Up | Sense.Down)
        )
        {
            // "a surge of up to 2.6%", "fell by up to 3%": how far it got.
            tokens[i] = tokens[i] with
            {
                Sense = Sense.Intraday | Sense.Extreme,
            };
        }
    }
}
