namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads words that mean something only beside a number: 开117.19美元 (the open; 公开 and 展开 hold the character too), "51 cents".</summary>
internal static class LoneMarks
{
    public static void Mark(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i].Is(Sense.Ytd)
                && tokens[i + 1] is { IsNumber: true, Decimals: 0, Number: > 4 and <= 31 }
            )
            {
                PartJanuary(text, tokens, i);
            }

            if (tokens[i].Is(Sense.Moment) && EndsTrading(text, tokens, i))
            {
                tokens[i] = tokens[i] with { Sense = Sense.Close | Sense.To };
            }

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
    }

    /// <summary>"Since January" is the year so far, "since January 27" a day.</summary>
    private static void PartJanuary(string text, List<Token> tokens, int at)
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

    /// <summary>"to end Tuesday's trading at $115.43": no quote of a moment.</summary>
    private static bool EndsTrading(string text, List<Token> tokens, int at)
    {
        if (!tokens[at].Word(text).Equals("trading at", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (
                tokens[i]
                    .IsAny(
                        text,
                        "end",
                        "ends",
                        "ended",
                        "ending",
                        "finish",
                        "finished",
                        "finishing",
                        "close",
                        "closed",
                        "closing"
                    )
            )
            {
                return true;
            }
        }

        return false;
    }
}
