namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads 开117.19美元 as the open: alone before a price, for 公开 and 展开 hold the character too.</summary>
internal static class LoneMarks
{
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i].Sort == TokenSort.Characters
                && tokens[i].End - tokens[i].Start == 1
                && text[tokens[i].Start] is '开' or '開'
                && (tokens[i + 1].IsNumber || tokens[i + 1].Is(Sense.Dollar))
            )
            {
                tokens[i] = tokens[i] with { Sort = TokenSort.Known, Sense = Sense.Open };
            }
        }
    }
}
