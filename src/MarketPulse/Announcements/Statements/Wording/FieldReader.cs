namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells which figure of a session a figure is, from the words around it.</summary>
internal static class FieldReader
{
    private const Sense Parts =
        Sense.PreMarket
        | Sense.AfterHours
        | Sense.Intraday
        | Sense.Close
        | Sense.Open
        | Sense.High
        | Sense.Low
        | Sense.Moment;

    /// <summary>The field with the value's sign; null for a figure that states no price.</summary>
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            figure.Unit == FigureUnit.Other
            || IsHypothetical(clause, figure)
            || IsBase(clause, figure)
        )
        {
            return null;
        }

        return figure.Unit == FigureUnit.Percent
            ? Percent(clause, at, before)
            : Price(clause, at, before);
    }

    private static Stated? Percent(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            Direction.Of(clause, figure) is not { } direction
            || Measures.Own(clause, figure, direction.Word)
            || clause.HasBeside(figure, Sense.FromPeak)
        )
        {
            return null;
        }

        switch (Span(clause, figure))
        {
            case Sense.Ytd:
                return new(PriceField.YearToDate, direction.Sign, OfMoment: false);
            case Sense.Period:
                return null;
        }

        var part = Part(clause, at, before);
        return new(
            part is PriceField.PreMarket or PriceField.AfterHours or PriceField.Intraday
                    ? part.Value
                : part == PriceField.Open ? PriceField.Open
                : PriceField.Change,
            direction.Sign,
            part != PriceField.Close && clause.Nearest(figure, Sense.Moment) is not null
        );
    }

    private static Stated? Price(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var leading = clause.Leading(figure);
        if (leading is { } word && word.Is(Sense.Threshold) && !word.Is(Sense.Close))
        {
            return null;
        }

        var signed = figure.Token.Sign != 0 && figure.Unit == FigureUnit.Dollar;
        if (
            Step(clause, figure, leading) is { } sign
            || (signed && (sign = figure.Token.Sign) != 0)
        )
        {
            return figure.Unit == FigureUnit.Dollar && Span(clause, figure) == Sense.None
                ? DollarChange(clause, at, before, sign)
                : null;
        }

        if (figure.Unit == FigureUnit.Bare && !IsBarePrice(clause, figure, leading))
        {
            return null;
        }

        if (Measures.Own(clause, figure, null) || clause.HasBeside(figure, Sense.Target))
        {
            return null;
        }

        var dated = clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First >= figure.From
            && d.Last < figure.To
        );
        var record =
            clause.Nearest(figure, Sense.LongSpan) is not null || before is { LongSpan: true };
        var mark = clause.Nearest(figure, Parts | Sense.Previous);
        if (record)
        {
            var close = mark is { } m && clause.Nearest(figure, Sense.Close) is not null;
            return dated && close ? new(PriceField.Close, 1, false)
                : dated && mark?.Token.Is(Sense.High) == true ? new(PriceField.High, 1, false)
                : dated && mark?.Token.Is(Sense.Low) == true ? new(PriceField.Low, 1, false)
                : close ? new(PriceField.Close, 1, false)
                : new(PriceField.Intraday, 1, false, LongSpan: true, Skip: true);
        }

        if (mark?.Token.Is(Sense.Previous) == true)
        {
            return new(PriceField.Close, 1, false, Previous: true);
        }

        var to = leading is { } l && l.Is(Sense.To);
        if (mark is null && !to)
        {
            return null;
        }

        var field = Part(clause, at, before);
        var moves = before is not null || clause.Nearest(figure, Sense.Up | Sense.Down) is not null;
        return field is { } f ? new(f, 1, OfMoment: false)
            : clause.Nearest(figure, Sense.Moment) is not null ? new(PriceField.Intraday, 1, true)
            : to && moves ? new(PriceField.Close, 1, OfMoment: true)
            : null;
    }

    private static Stated DollarChange(Clause clause, int at, Stated? before, int sign)
    {
        var part = Part(clause, at, before);
        return new(
            part is PriceField.PreMarket or PriceField.AfterHours or PriceField.Intraday
                ? part.Value
                : PriceField.Change,
            sign,
            OfMoment: false
        );
    }

    /// <summary>"fell $4.10", "a drop of $4.10", 下跌4.10美元: dollars that it moved by, not to.</summary>
    private static int? Step(Clause clause, Figure figure, Token? leading)
    {
        if (leading is { } word && word.Is(Sense.Up | Sense.Down) && !word.Is(Sense.To))
        {
            return Direction.Sign(word);
        }

        var next = figure.Last + 1;
        return
            next < figure.To
            && clause.Tokens[next].Is(Sense.Up | Sense.Down)
            && leading?.Is(Sense.To) != true
            ? Direction.Sign(clause.Tokens[next])
            : null;
    }

    /// <summary>Which part of the day a figure's words put it in; its neighbours' where it has none of its own.</summary>
    private static PriceField? Part(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            clause.Nearest(figure, Parts) is { } own
            && !(own.Token.Is(Sense.Moment) && !own.Token.Is(Parts & ~Sense.Moment))
        )
        {
            return FieldOf(own.Token);
        }

        if (clause.Joined(at) && clause.Nearest(clause.Figures[at + 1], Parts) is { } next)
        {
            var part = FieldOf(next.Token);
            // "rose 3% to a high of $119": the extreme is the price's alone.
            return part is PriceField.High or PriceField.Low or PriceField.Open
                ? PriceField.Intraday
                : part;
        }

        return before?.Field switch
        {
            PriceField.PreMarket or PriceField.AfterHours or PriceField.Intraday => before.Field,
            PriceField.Close => PriceField.Close,
            _ => null,
        };
    }

    private static PriceField? FieldOf(Token token) =>
        token.Is(Sense.PreMarket) ? PriceField.PreMarket
        : token.Is(Sense.AfterHours) ? PriceField.AfterHours
        : token.Is(Sense.Close) ? PriceField.Close
        : token.Is(Sense.Open) ? PriceField.Open
        : token.Is(Sense.High) ? PriceField.High
        : token.Is(Sense.Low) ? PriceField.Low
        : token.Is(Sense.Intraday) ? PriceField.Intraday
        : null;

    /// <summary>The span of time that a change is of: the year so far, another one, or none.</summary>
    private static Sense Span(Clause clause, Figure figure)
    {
        const Sense any = Sense.Ytd | Sense.Period | Sense.SameDay | Sense.Today | Sense.Weekday;
        for (var i = figure.Last + 1; i < figure.To; i++)
        {
            var token = clause.Tokens[i];
            if (i > figure.Last + 2 && token.Sort == TokenSort.Break)
            {
                break;
            }

            if (token.Is(any) && !IsSuperlative(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(any) && !IsSuperlative(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        return Sense.None;
    }

    /// <summary>"its biggest drop this year": the span is the comparison's, not the change's.</summary>
    private static bool IsSuperlative(Clause clause, int at)
    {
        for (var i = Math.Max(0, at - 5); i < Math.Min(clause.Tokens.Count, at + 4); i++)
        {
            if (clause.Tokens[i].Is(Sense.Superlative))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHypothetical(Clause clause, Figure figure) =>
        clause.HasBeside(figure, Sense.Hypothetical | Sense.Limit);

    /// <summary>"from $119.53", 从119.53: what a move began at.</summary>
    private static bool IsBase(Clause clause, Figure figure) =>
        clause.Leading(figure) is { } leading && leading.Is(Sense.From) && !leading.Is(Sense.To);

    private static bool IsBarePrice(Clause clause, Figure figure, Token? leading) =>
        figure.Token.Decimals >= 1
        && leading is { } word
        && word.Is(Sense.Close | Sense.Open | Sense.High | Sense.Low | Sense.Previous | Sense.To)
        && clause.Nearest(
            figure,
            Sense.Close
                | Sense.Open
                | Sense.High
                | Sense.Low
                | Sense.Previous
                | Sense.Up
                | Sense.Down
                | Sense.PreMarket
                | Sense.AfterHours
        )
            is { Distance: <= 8, Before: true };
}
