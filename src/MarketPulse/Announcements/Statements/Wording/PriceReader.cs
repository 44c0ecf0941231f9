namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads prices, and changes in dollars.</summary>
internal static class PriceReader
{
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var leading = clause.Leading(figure);
        if (
            IsBase(clause, at)
            || IsMilestone(clause, figure, leading)
            || Measures.Own(clause, figure)
            || clause.HasBeside(figure, Sense.Target)
        )
        {
            return null;
        }

        if (Step(clause, figure, leading) is { } sign)
        {
            return figure.Unit == FigureUnit.Dollar && Spans.Of(clause, figure) == Sense.None
                ? DollarChange(clause, at, before, sign)
                : null;
        }

        if (figure.Unit == FigureUnit.Bare && !IsBarePrice(clause, figure, leading))
        {
            return null;
        }

        if (
            clause.Nearest(figure, Sense.LongSpan) is { Distance: <= 6 }
            || (
                before is { LongSpan: true }
                && clause.Nearest(figure, Sense.Moment | Sense.Close | Sense.Open) is null
            )
        )
        {
            return Record(clause, figure, before);
        }

        return clause.HasBeside(figure, Sense.Period) && !clause.HasBeside(figure, Sense.Close)
                ? null
            : clause.Nearest(figure, Sense.Previous) is { Distance: <= 4 }
                ? new(PriceField.Close, Previous: true)
            : Level(clause, at, before, leading);
    }

    private static Stated? Level(Clause clause, int at, Stated? before, Token? leading)
    {
        var figure = clause.Figures[at];
        if (
            DayPart.Of(clause, at, before) is { } part
            && (
                clause.Nearest(figure, DayPart.Marks) is not null
                || IsTo(leading)
                || before is { Change: true }
            )
        )
        {
            if (
                part == PriceField.Intraday
                && clause.HasBeside(figure, Sense.Extreme)
                && clause.Nearest(figure, Sense.Up | Sense.Down) is { } way
            )
            {
                return new(Direction.Sign(way.Token) > 0 ? PriceField.High : PriceField.Low);
            }

            // "pushed to $119 at one point": how far is the extreme's, which a close's words would have named.
            return new(
                part,
                Part: part is PriceField.High or PriceField.Low or PriceField.Open ? null : part,
                OfMoment: part == PriceField.Intraday && clause.HasBeside(figure, Sense.Moment)
            );
        }

        if (clause.HasBeside(figure, Sense.Moment))
        {
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        return IsTo(leading) && (before is not null || Moves(clause, figure))
            ? new(PriceField.Close, OfMoment: true)
            : null;
    }

    /// <summary>A record or 52-week mark: a session's own figure only where it is dated, a close, or was reached in what is told.</summary>
    private static Stated Record(Clause clause, Figure figure, Stated? before)
    {
        var dated = clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First >= figure.From
            && d.Last < figure.To
        );
        var mark = clause.Nearest(figure, Sense.Close | Sense.High | Sense.Low);
        var own = before is not { LongSpan: true } && !clause.HasBeside(figure, Sense.Range);
        return own && clause.Nearest(figure, Sense.Open) is { Distance: <= 8, Before: true }
                ? new(PriceField.Open)
            : own && mark is not null && clause.Nearest(figure, Sense.Close) is { Distance: <= 6 }
                ? new(PriceField.Close, Part: PriceField.Close)
            : own && dated && mark?.Token.Is(Sense.Low) == true ? new(PriceField.Low)
            : own && dated && mark is not null ? new(PriceField.High)
            : own
            && clause.Nearest(figure, Sense.To | Sense.Intraday) is { Distance: <= 8 }
            && clause.Nearest(figure, Sense.Down) is not { Before: true }
                ? new(PriceField.High, OfMoment: true)
            : new(PriceField.Intraday, LongSpan: true, Skip: true);
    }

    private static Stated DollarChange(Clause clause, int at, Stated? before, int sign)
    {
        var part = DayPart.Of(clause, at, before);
        return new(
            part is PriceField.PreMarket or PriceField.AfterHours or PriceField.Intraday
                ? part.Value
                : PriceField.Change,
            sign,
            part,
            Change: true,
            // Dollars gained or lost by some moment can't be told from a price once they are one.
            Skip: part == PriceField.Intraday
        );
    }

    /// <summary>"fell $4.10", "a drop of $4.10", 下跌4.10美元, "$4.10 lower": dollars that it moved by, not to.</summary>
    private static int? Step(Clause clause, Figure figure, Token? leading)
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
            && !clause.HasBeside(figure, Sense.Previous)
            ? Direction.Sign(clause.Tokens[next])
            : null;
    }

    /// <summary>"from $119.53", 从119.53: what a move began at; German "von" only where "auf" follows.</summary>
    private static bool IsBase(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Open) && i < figure.First)
            {
                // "from the opening price of $87.46": a base, but a session's figure too.
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

    /// <summary>"its first close above $1,000", 突破1000美元: a mark that was passed.</summary>
    private static bool IsMilestone(Clause clause, Figure figure, Token? leading) =>
        (leading is { } word && word.Is(Sense.Threshold) && !word.Is(Sense.Close))
        || (
            Bounds.Of(clause, figure) is StatedBound.MoreThan or StatedBound.LessThan
            && clause.HasBeside(figure, Sense.Superlative | Sense.Threshold)
        );

    private static bool IsTo(Token? token) => token?.Is(Sense.To) == true;

    /// <summary>Whether a move is told in the same part of the sentence: "rocketed from $96.30 to $114.33".</summary>
    private static bool Moves(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= 0 && clause.Tokens[i].Sort != TokenSort.Break; i--)
        {
            if (clause.Tokens[i].Is(Sense.Up | Sense.Down))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBarePrice(Clause clause, Figure figure, Token? leading) =>
        figure.Token.Decimals >= 1
        && leading is { } word
        && word.Is(DayPart.Marks | Sense.Previous | Sense.To)
        && clause.Nearest(figure, DayPart.Marks | Sense.Previous | Sense.Up | Sense.Down)
            is { Distance: <= 8, Before: true };
}
