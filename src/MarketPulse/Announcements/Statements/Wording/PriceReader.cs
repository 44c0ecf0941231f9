namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads prices, and changes in dollars.</summary>
internal static class PriceReader
{
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var leading = clause.Leading(figure);
        if (PriceBases.IsCloseBefore(clause, at, before))
        {
            return new(PriceField.Close, Previous: true, OfMoment: true);
        }

        if (HadClosed(clause, figure))
        {
            return new(PriceField.Close, Previous: true, OfMoment: true);
        }

        if (
            PriceBases.Is(clause, at)
            || PriceBases.IsDistance(clause, figure)
            || PriceWords.IsMilestone(clause, figure, leading)
            || Measures.Own(clause, figure)
            || clause.HasBeside(figure, Sense.Target)
            || TargetWords.Reach(clause, figure)
            || TargetWords.EndAt(clause, at)
            || TargetWords.Head(clause, figure)
            || DealPrices.Are(clause, figure)
        )
        {
            return null;
        }

        if (PriceWords.Step(clause, figure, leading) is { } sign)
        {
            return figure.Unit == FigureUnit.Dollar && Spans.Of(clause, figure) == Sense.None
                ? DollarChange(clause, at, before, sign)
                : null;
        }

        if (figure.Unit == FigureUnit.Bare && !BarePrices.Is(clause, figure, leading, before))
        {
            return null;
        }

        if (PriceWords.Turned(clause, figure, leading))
        {
            return new(PriceField.Intraday, OfMoment: true);
        }
        if (
            !IsOwnExtreme(clause, figure, leading)
            && (
                clause.Nearest(figure, Sense.LongSpan) is { Distance: <= 6 }
                || IsApposedRecord(clause, figure)
                || LongSpans.Reach(clause, figure)
                || (
                    before is { LongSpan: true }
                    && clause.Nearest(figure, Sense.Moment | Sense.Close | Sense.Open) is null
                )
            )
        )
        {
            return RecordPrices.Read(clause, figure, before);
        }

        return clause.HasBeside(figure, Sense.Period) && !clause.HasBeside(figure, Sense.Close)
                ? null
            : clause.Nearest(figure, Sense.Previous) is { Distance: <= 4 }
                ? new(PriceField.Close, Previous: true)
            : Level(clause, at, before, leading);
    }

    /// <summary>再创收盘历史新高，日内最高触及154.45美元: the record before the comma is another figure's.</summary>
    private static bool IsOwnExtreme(Clause clause, Figure figure, Token? leading)
    {
        if (leading is not { } word || clause.HasBeside(figure, Sense.LongSpan))
        {
            return false;
        }

        var at = clause.PlaceOf(word);
        return clause.Text[word.Start] >= '\u2e80'
            && !LongSpans.Open(clause, figure)
            && (
                word.Is(Sense.High | Sense.Low)
                // 再创历史收盘新高，盘中一度冲上148.93美元
                || (PriceWords.IsTo(word) && clause.HasBeside(figure, Sense.Intraday))
                || (
                    PriceWords.IsTo(word)
                    && at > figure.From
                    && clause.Tokens[at - 1].Is(Sense.High | Sense.Low)
                )
            );
    }

    private static Stated? Level(Clause clause, int at, Stated? before, Token? leading)
    {
        var figure = clause.Figures[at];
        if (
            figure.Token.Decimals == 0
            && clause.HasBeside(figure, Sense.Moment)
            && Bounds.Of(clause, figure) is StatedBound.LessThan or StatedBound.MoreThan
            && !(before is { Change: true } && PriceWords.IsTo(leading) && clause.Joined(at - 1))
        )
        {
            // "changing hands for less than $190": a mark rather than a quote.
            return null;
        }

        if (
            DayPart.Of(clause, at, before) is { } part
            && (
                clause.Nearest(figure, DayPart.Marks) is not null
                || PriceWords.IsTo(leading)
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

            if (
                part == PriceField.Intraday
                && before is { Change: true, Part: PriceField.Intraday }
                && PriceWords.IsTo(leading)
                && clause.Joined(at - 1)
                && clause.HasBeside(clause.Figures[at - 1], Sense.Extreme)
            )
            {
                // "rose as much as 5.1% to $974": as far as it went by the time of writing.
                return new(before.Sign > 0 ? PriceField.High : PriceField.Low, OfMoment: true);
            }

            // "pushed to $119 at one point": how far is the extreme's, which a close's words would have named.
            return new(
                part,
                Part: part is PriceField.High or PriceField.Low or PriceField.Open ? null : part,
                OfMoment: part == PriceField.Intraday && clause.HasBeside(figure, Sense.Moment)
            );
        }

        if (clause.HasBeside(figure, Sense.Moment) || ChineseQuotes.AreMoments(clause, figure))
        {
            if (PriceWords.IsLastPrice(clause, figure))
            {
                return new(PriceField.Close, OfMoment: true);
            }

            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (
            PriceWords.IsTo(leading)
            && before is { Change: true, OfMoment: true, Field: PriceField.Change }
            && EndsMoment(clause, at)
        )
        {
            // "is trading down 0.68% at $490.13"
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (PriceWords.IsTo(leading) && before is { Field: PriceField.Open, Change: false })
        {
            // "opened at $195.95 and inched up to $196.00": somewhere on the way.
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (PriceWords.IsPriceOf(clause, figure) || ChineseQuotes.Are(clause, figure))
        {
            return new(PriceField.Close, OfMoment: true);
        }

        if (before is null && PriceWords.IsReached(clause, figure, leading))
        {
            // "its stock hit $135.58": at some moment, which may be the last.
            return new(PriceField.Intraday, Part: PriceField.Intraday, OfMoment: true);
        }

        if (before is { Field: PriceField.Change, Change: true } && IsBracketed(clause, at))
        {
            return new(PriceField.Close, OfMoment: true);
        }

        if (SplitPrices.Are(clause, figure))
        {
            return new(PriceField.Close);
        }

        return
            PriceWords.IsTo(leading)
            && (
                before is not null
                || PriceWords.Moves(clause, figure)
                || PriceWords.IsQuote(clause, figure, leading)
            )
            ? new(PriceField.Close, OfMoment: true)
            : null;
    }

    /// <summary>"The stock had closed at $117.32": before the day that is told of, where it names none of its own.</summary>
    private static bool HadClosed(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
        && clause.Nearest(figure, Sense.Close) is { Before: true, Distance: <= 3, Token: var close }
        && clause.PlaceOf(close) is > 0 and var at
        && clause.Word(at - 1) is "had"
        && !clause.Days.Exists(d => d.First >= figure.From && d.Last < figure.To);

    /// <summary>"Rose 4.98% to $201.03, a new all-time high": said behind the price, which has no mark of its own before it.</summary>
    private static bool IsApposedRecord(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.LongSpan)
            is { Before: false, Distance: <= 8, Token: var record }
        && char.IsAsciiLetter(clause.Text[record.Start])
        && clause.Nearest(figure, DayPart.Marks) is not { Before: true };

    /// <summary>"Is currently down $21 or 1.76% at $1203": the changes before it are of a moment.</summary>
    private static bool EndsMoment(Clause clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 2) && clause.Joined(i); i--)
        {
            if (clause.HasBeside(clause.Figures[i], Sense.Moment))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Today: -2.81% ($181.36)": the price right behind its change.</summary>
    private static bool IsBracketed(Clause clause, int at) =>
        clause.Figures[at] is { Unit: FigureUnit.Dollar, Token: { Decimals: >= 2, Sign: 0 } } price
        && clause.Figures[at - 1] is { Unit: FigureUnit.Percent } change
        && price.First == change.Last + 2
        && clause.Text[clause.Tokens[price.First - 1].Start] == '('
        && price.Last + 1 < clause.Tokens.Count
        && clause.Text[clause.Tokens[price.Last + 1].Start] == ')';

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
            Skip: part
                is PriceField.Intraday
                    or PriceField.High
                    or PriceField.Low
                    or PriceField.Open
        );
    }
}
