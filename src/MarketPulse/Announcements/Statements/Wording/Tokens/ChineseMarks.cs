namespace MarketPulse.Announcements.Statements.Wording.Tokens;

/// <summary>Reads characters of Chinese that mean something only beside others.</summary>
internal static class ChineseMarks
{
    public static void Mark(string text, List<Token> tokens, int i)
    {
        if (Loses(text, tokens, i))
        {
            tokens[i] = tokens[i] with { Sense = Sense.Down };
        }

        if (
            i > 0
            && tokens[i - 1].IsNumber
            && tokens[i].Is(Sense.SameDay)
            && tokens[i].Is(Sense.Up | Sense.Down)
            && text[tokens[i].Start] == '日'
        )
        {
            // 20日涨幅7%
            tokens[i] = tokens[i] with
            {
                Sense = Sense.Period,
            };
        }

        if (
            tokens[i].Is(Sense.Last)
            && tokens[i + 1].Sort == TokenSort.Characters
            && text[tokens[i + 1].Start] is '周' or '週'
        )
        {
            // 上周大涨5%: no day of it.
            tokens[i] = tokens[i] with
            {
                Sense = Sense.Period,
            };
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

    /// <summary>股价损失近17%: a fall where a change follows, else a sum.</summary>
    private static bool Loses(string text, List<Token> tokens, int at)
    {
        if (!tokens[at].Is(Sense.Measure) || text[tokens[at].Start] is not ('损' or '損'))
        {
            return false;
        }

        var next = at + 1;
        while (
            next < tokens.Count
            && tokens[next].Is(Sense.Filler | Sense.MoreThan | Sense.Nearly | Sense.About)
        )
        {
            next++;
        }

        return next + 1 < tokens.Count
            && tokens[next].IsNumber
            && (tokens[next].Is(Sense.Percent) || tokens[next + 1].Is(Sense.Percent));
    }
}
