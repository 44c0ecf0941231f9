namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads words that mean something only beside a number: 开117.19美元 (the open; 公开 and 展开 hold the character too), "51 cents".</summary>
internal static class LoneMarks
{
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            // In this order: what one has read, the next ones go by.
            JanuaryMarks.Mark(text, tokens, i);
            TradingEnds.Mark(text, tokens, i);
            MarkLargest(text, tokens, i);
            MarkCents(text, tokens, i);
            LimitMarks.Mark(text, tokens, i);
            ChineseMarks.Mark(text, tokens, i);
        }
    }

    private static void MarkLargest(string text, List<Token> tokens, int i)
    {
        if (
            tokens[i].Is(Sense.High | Sense.Low)
            && tokens[i].IsAny(text, "highest", "lowest")
            && tokens[i + 1].Is(Sense.Up | Sense.Down)
        )
        {
            // "its highest drop since": the largest, no price.
            tokens[i] = tokens[i] with
            {
                Sense = Sense.Superlative,
            };
        }
    }

    private static void MarkCents(string text, List<Token> tokens, int i)
    {
        if (
            tokens[i] is { IsNumber: true, Decimals: 0, Number: >= 1 and < 100 }
            && tokens[i + 1].Word(text) is "cents" or "Cent"
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
    }
}
