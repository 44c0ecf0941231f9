namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>What the words beside a price make of it: what it moved by, moved from or passed, rather than where it stood.</summary>
internal static class PriceWords
{
    /// <summary>No verb further off tells a move.</summary>
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

        if (leading is { } reached && Amount(clause, figure, reached) is { } amount)
        {
            return amount;
        }

        if (
            leading is { } word
            && word.Is(Sense.Up | Sense.Down)
            && !IsTo(word)
            && !IsNear(clause, figure)
        )
        {
            return IsVast(clause, figure, word) || word.Is(Sense.High | Sense.Low | Sense.Open)
                ? null
                : Direction.Sign(word);
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

    /// <summary>"Posted modest losses near $188.60": where it stood, not what it lost.</summary>
    public static bool IsNear(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && figure.First > figure.From
        && clause.Word(figure.First - 1) is "near";

    /// <summary>上次拆股，股价涨了200多美元: round hundreds are of no day.</summary>
    private static bool IsVast(Clause clause, Figure figure, Token word) =>
        clause.Text[word.Start] >= '\u2e80'
        && figure is { Unit: FigureUnit.Dollar, Token: { Decimals: 0, Number: >= 100 } };

    /// <summary>跌幅达24.04美元: what the fall came to.</summary>
    private static int? Amount(Clause clause, Figure figure, Token reached)
    {
        var at = clause.PlaceOf(reached) - 1;
        return
            IsTo(reached)
            && at >= figure.From
            && clause.Tokens[at].Is(Sense.Up | Sense.Down)
            && clause.Text[clause.Tokens[at].End - 1] == '幅'
            ? Direction.Sign(clause.Tokens[at])
            : null;
    }

    /// <summary>"its first close above $1,000", 突破1000美元: a mark that was passed.</summary>
    public static bool IsMilestone(Clause clause, Figure figure, Token? leading) =>
        (
            leading is { } word
            && word.Is(Sense.Threshold)
            && !word.Is(Sense.Close)
            // 盘中突破164.04美元: cents tell a price that was reached.
            && !(figure.Token.Decimals == 2 && clause.HasBeside(figure, Sense.Intraday))
        )
        || (
            Bounds.Of(clause, figure) is StatedBound.MoreThan or StatedBound.LessThan
            && clause.HasBeside(figure, Sense.Superlative | Sense.Threshold)
        );

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
        && clause.Word(word) is "报" or "報"
        && figure.Token.Decimals >= 2
        && clause.Tokens[figure.From..figure.First].Exists(t => t.IsName);

    /// <summary>"Its stock hit $135.58".</summary>
    public static bool IsReached(Clause clause, Figure figure, Token? leading) =>
        leading is { } word
        && clause.Word(word) is "hit" or "reached" or "touched"
        && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && clause.PlaceOf(word) is > 0 and var at
        && clause.Tokens[at - 1].Is(Sense.Share | Sense.Pronoun);

    /// <summary>"The company's share price was $694.52", "a share price of $110.57".</summary>
    public static bool IsPriceOf(Clause clause, Figure figure)
    {
        if (
            figure is not { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            || figure.First - 2 < figure.From
            || clause.Word(figure.First - 1) is not ("was" or "is" or "of")
        )
        {
            return false;
        }

        var noun = clause.Tokens[figure.First - 2];
        return clause.Word(noun).EndsWith("price", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>52周低点为75.61美元, "das 52-Wochen-Tief liegt bei 75,61 Dollar": what the year's mark is, not what was reached.</summary>
    public static bool IsYearsMark(Clause clause, Figure figure)
    {
        if (
            clause.Nearest(figure, Sense.LongSpan) is not { Before: true, Token: var mark }
            || clause.Leading(figure) is not { } word
        )
        {
            return false;
        }

        var name = clause.Word(mark);
        return name.Contains("wochen", StringComparison.OrdinalIgnoreCase)
            ? clause
                .Tokens[clause.PlaceOf(mark)..figure.First]
                .TrueForAll(t => !t.Is(Sense.Up | Sense.Down))
            : name.IndexOfAny("周週年") >= 0 && clause.Text[word.Start] is '为' or '為' or '是';
    }

    /// <summary>一度跌至132.7美元的52周新低</summary>
    public static bool IsNewLow(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.LongSpan) is { Before: false, Distance: <= 4, Token: var mark }
        && clause
            .Text.AsSpan(mark.Start, Math.Min(5, clause.Text.Length - mark.Start))
            .Contains('低')
        && clause.Nearest(figure, Sense.Down) is { Before: true };

    /// <summary>最新价115.43, 當前價格：$170.62: a page's last price, which may be the close.</summary>
    public static bool IsLastPrice(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.Moment) is { Before: true, Token: var label }
        && clause.Text[label.Start] is '最' or '当' or '當'
        && clause.Text[label.End - 1] is '价' or '價' or '格';

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
}
