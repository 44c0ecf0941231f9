namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads words that mean something only beside a number: 开117.19美元 (the open; 公开 and 展开 hold the character too), "51 cents".</summary>
internal static class LoneMarks
{
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i] is { IsNumber: true, Decimals: 0, Number: >= 1 and < 100 }
                && text[tokens[i + 1].Start..tokens[i + 1].End] is "cents" or "Cent"
            )
            {
                // "fell 51 cents": dollars of two decimals.
                tokens[i] = tokens[i] with
                {
                    Number = tokens[i].Number / 100,
                    Decimals = 2,
                };
                tokens[i + 1] = tokens[i + 1] with { Sort = TokenSort.Known, Sense = Sense.Dollar };
            }

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
