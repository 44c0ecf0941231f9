namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells prices that something moved from or is held against.</summary>
internal static class PriceBases
{
    /// <summary>"from $119.53", 从119.53: what a move began at; German "von" only where "auf" follows.</summary>
    public static bool Is(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            var token = clause.Tokens[i];
            if (
                token.Is(Sense.Open)
                || (token.Is(Sense.High | Sense.Low) && token.Is(Sense.SameDay))
                || IsOfSession(clause, token)
                || (token.Is(Sense.High | Sense.Low) && IsDated(clause, figure))
            )
            {
                // "from the opening price of $87.46", "from a session low of $97.53": a base, but a session's figure too.
                return false;
            }

            if (token.Is(Sense.FromPeak) && i >= figure.First - 2)
            {
                // 较历史高点153.13美元回撤: what it has come down from.
                return true;
            }

            if (token.Is(Sense.From) && !token.Is(Sense.To))
            {
                return !token.Is(Sense.In)
                    || (
                        clause.Joined(at)
                        && clause.Leading(clause.Figures[at + 1]) is { } next
                        && PriceWords.IsTo(next)
                    );
            }

            if (
                token.Is(Sense.To | Sense.Close | Sense.Open | Sense.Range)
                && !token.Is(Sense.LongSpan)
                && i < figure.First - 1
                && token.Is(Sense.To | Sense.Range)
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"from a low of $86.62 on April 7": an extreme with a day of its own right behind it.</summary>
    private static bool IsDated(Clause clause, Figure figure) =>
        clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First > figure.Last
            && d.First <= figure.Last + 2
        );

    /// <summary>"An intraday high", 日内低点: an extreme of the day, as the word itself says.</summary>
    private static bool IsOfSession(Clause clause, Token token)
    {
        if (!token.Is(Sense.High | Sense.Low))
        {
            return false;
        }

        var words = clause.Text.AsSpan(token.Start, token.End - token.Start);
        return words.Contains("intra", StringComparison.OrdinalIgnoreCase)
            || words.Contains("session", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("tages", StringComparison.OrdinalIgnoreCase)
            || words.IndexOfAny("日盘盤") >= 0;
    }

    /// <summary>"closed $37.17 below its 52-week high": dollars off something, not a price.</summary>
    public static bool IsDistance(Clause clause, Figure figure)
    {
        var next = figure.Last + 1;
        return next < figure.To
            && clause.Tokens[next].Is(Sense.LessThan | Sense.MoreThan | Sense.FromPeak)
            && char.IsAsciiLetter(clause.Text[clause.Tokens[next].Start]);
    }
}
