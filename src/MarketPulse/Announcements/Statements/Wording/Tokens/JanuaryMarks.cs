namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads a January that a date follows.</summary>
internal static class JanuaryMarks
{
    public static void Mark(string text, List<Token> tokens, int i)
    {
        if (
            tokens[i].Is(Sense.Ytd)
            && tokens[i + 1] is { IsNumber: true, Decimals: 0, Number: > 4 and <= 31 }
        )
        {
            Part(text, tokens, i);
        }
    }

    /// <summary>"Since January" is the year so far, "since January 27" a day.</summary>
    private static void Part(string text, List<Token> tokens, int at)
    {
        const string since = "since ";
        var whole = tokens[at];
        if (whole.IsAny(text, "since january", "since jan.", "since jan"))
        {
            tokens[at] = whole with { End = whole.Start + since.Length - 1, Sense = Sense.Since };
            tokens.Insert(
                at + 1,
                whole with
                {
                    Start = whole.Start + since.Length,
                    Sense = Sense.Month,
                    Number = 1,
                }
            );
        }
    }
}
