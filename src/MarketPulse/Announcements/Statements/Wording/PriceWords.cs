namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What the words beside a price make of it: what it moved by, moved from or passed, rather than where it stood.</summary>
internal static class PriceWords
{
    /// <summary>No word further off makes a figure an analyst's target.</summary>
    private const int Farthest = 30;

    /// <summary>As far as an extreme told before reaches, in words.</summary>
    private const int Apart = 12;

    /// <summary>"fell $4.10", "a drop of $4.10", 下跌4.10美元, "$4.10 lower": dollars that it moved by, not to.</summary>
    public static int? Step(Clause clause, Figure figure, Token? leading)
    {
        if (figure.Token.Sign != 0 && figure.Unit == FigureUnit.Dollar)
        {
            return figure.Token.Sign;
        }

        if (leading is { } word && word.Is(Sense.Up | Sense.Down) && !IsTo(word))
        {
            return word.Is(Sense.High | Sense.Low | Sense.Open) ? null : Direction.Sign(word);
        }

        var next = figure.Last + 1;
        return
            leading?.Is(Sense.To | DayPart.Marks | Sense.LongSpan | Sense.Previous) != true
            && next < figure.To
            && clause.Tokens[next].Is(Sense.Up | Sense.Down)
            // 以87.46美元開低: where it opened, not what it moved by.
            && !clause.Tokens[next].Is(Sense.Open | Sense.Close)
            && !clause.HasBeside(figure, Sense.Previous)
            ? Direction.Sign(clause.Tokens[next])
            : null;
    }

    /// <summary>"from $119.53", 从119.53: what a move began at; German "von" only where "auf" follows.</summary>
    public static bool IsBase(Clause clause, int at)
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
            )
            {
                // "from the opening price of $87.46", "from a session low of $97.53": a base, but a session's figure too.
                return false;
            }

            if (token.Is(Sense.From) && !token.Is(Sense.To))
            {
                return !token.Is(Sense.In)
                    || (
                        clause.Joined(at)
                        && clause.Leading(clause.Figures[at + 1]) is { } next
                        && IsTo(next)
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

    /// <summary>"its first close above $1,000", 突破1000美元: a mark that was passed.</summary>
    public static bool IsMilestone(Clause clause, Figure figure, Token? leading) =>
        (leading is { } word && word.Is(Sense.Threshold) && !word.Is(Sense.Close))
        || (
            Bounds.Of(clause, figure) is StatedBound.MoreThan or StatedBound.LessThan
            && clause.HasBeside(figure, Sense.Superlative | Sense.Threshold)
        );

    /// <summary>"Cut their price targets, some by as much as $110, with the median now at $240": nobody's stock was named since.</summary>
    public static bool IsTargets(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            if (
                token.Is(Sense.Target)
                && IsTarget(clause.Text.AsSpan(token.Start, token.End - token.Start))
            )
            {
                return true;
            }
            if (
                token.IsName
                || token.Is(
                    Sense.Share | Sense.Pronoun | Sense.Up | Sense.Down | Sense.Close | Sense.Open
                )
            )
            {
                return false;
            }
        }
        return false;
    }

    private static bool IsTarget(ReadOnlySpan<char> words) =>
        words.Contains("target", StringComparison.OrdinalIgnoreCase)
        || words.Contains("kursziel", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("目");

    /// <summary>"an all-time high, then tumbled to $142.75": the extreme is of the figure before, this one came after it.</summary>
    public static bool Turned(Clause clause, Figure figure, Token? leading)
    {
        if (
            !IsTo(leading)
            || clause.Nearest(figure, DayPart.Marks | Sense.LongSpan)
                is not { Before: true, Distance: <= Apart } mark
            || !mark.Token.Is(Sense.High | Sense.Low | Sense.LongSpan)
        )
        {
            return false;
        }
        var (comma, move) = (false, false);
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (token.Start == mark.Token.Start)
            {
                return comma && move;
            }
            comma |= token.Sort == TokenSort.Break;
            move |= !comma && token.Is(Sense.Up | Sense.Down);
        }
        return false;
    }

    /// <summary>英伟达周二报135.58美元: a quote with no move told.</summary>
    public static bool IsQuote(Clause clause, Figure figure, Token? leading) =>
        leading is { } word
        && clause.Text[word.Start..word.End] is "报" or "報"
        && figure.Token.Decimals >= 2
        && clause.Tokens[figure.From..figure.First].Exists(t => t.IsName);

    public static bool IsTo(Token? token) => token?.Is(Sense.To) == true;

    /// <summary>Whether a move is told in the same part of the sentence: "rocketed from $96.30 to $114.33".</summary>
    public static bool Moves(Clause clause, Figure figure)
    {
        for (
            var i = figure.First - 1;
            i >= Math.Max(0, figure.First - Farthest) && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            if (clause.Tokens[i].Is(Sense.Up | Sense.Down))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsBarePrice(Clause clause, Figure figure, Token? leading, Stated? before) =>
        figure.Token.Decimals >= 1
        && (!IsYuan(clause, figure) || IsNamed(clause, figure))
        && leading is { } word
        && word.Is(DayPart.Marks | Sense.Previous | Sense.To)
        && (
            clause.Nearest(figure, DayPart.Marks | Sense.Previous | Sense.Up | Sense.Down)
                is { Distance: <= 8, Before: true }
            // 收跌3.3%，報174.18元
            || (IsYuan(clause, figure) && before is { Change: true })
        );

    private static bool IsYuan(Clause clause, Figure figure) =>
        clause.Tokens[figure.First..(figure.Last + 1)].Exists(t => t.Is(Sense.Yuan));

    /// <summary>Whether a listed name stands before the figure and no other with a code of its own (工业富联(601138.SH)) after it.</summary>
    private static bool IsNamed(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            if (token.IsName)
            {
                return true;
            }

            if (
                token.Sort == TokenSort.Characters
                && clause.Tokens[i + 1].Sort == TokenSort.Break
                && clause.Text[clause.Tokens[i + 1].Start] is '(' or '（'
            )
            {
                return false;
            }
        }

        return false;
    }
}
