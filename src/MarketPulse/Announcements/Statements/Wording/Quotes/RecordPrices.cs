using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Reads records and 52-week marks.</summary>
internal static class RecordPrices
{
    /// <summary>A record or 52-week mark: a session's own figure only where it is dated, a close, or was reached in what is told.</summary>
    public static Stated Read(Clause clause, Figure figure, Stated? before)
    {
        var dated = clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First >= figure.From
            && d.Last < figure.To
        );
        var mark = clause.Nearest(figure, Sense.Close | Sense.High | Sense.Low);
        if (IsYearsMark(clause, figure))
        {
            return new(PriceField.Intraday, LongSpan: true, Skip: true);
        }

        var own = before is not { LongSpan: true } && !clause.HasBeside(figure, Sense.Range);
        if (
            own
            && before is { Change: true }
            && clause.Joined(figure.Place - 1)
            && (
                before.Part == PriceField.Close
                || (
                    before.Part is null
                    && clause.Nearest(figure, Sense.LongSpan) is { Before: false }
                    && PriceWords.IsTo(clause.Leading(figure))
                )
            )
        )
        {
            // "At the close of trading the shares were up 16.4% to a record high of $758.3", "rose 3.5% to $135.58, a record".
            return new(PriceField.Close, OfMoment: true);
        }

        return own && clause.Nearest(figure, Sense.Open) is { Distance: <= 8, Before: true }
                ? new(PriceField.Open)
            : own && mark is not null && clause.Nearest(figure, Sense.Close) is { Distance: <= 8 }
                ? new(PriceField.Close, Part: PriceField.Close)
            : own && dated && mark?.Token.Is(Sense.Low) == true ? new(PriceField.Low)
            : own && dated && mark is not null ? new(PriceField.High)
            : own
            && clause.Nearest(figure, Sense.To | Sense.Intraday) is { Distance: <= 8 }
            && clause.Nearest(figure, Sense.Down) is not { Before: true }
                ? new(PriceField.High, OfMoment: true)
            : own
            && mark?.Token.Is(Sense.Low) == true
            && clause.Nearest(figure, Sense.Down) is { Before: true }
            && clause.Nearest(figure, Sense.To) is { Before: true, Distance: <= 8 }
                ? new(PriceField.Low, OfMoment: true)
            : own && IsNewHigh(clause, figure) ? new(PriceField.High, OfMoment: true)
            : own && IsNewLow(clause, figure) ? new(PriceField.Low, OfMoment: true)
            : new(PriceField.Intraday, LongSpan: true, Skip: true);
    }

    /// <summary>创下823.94美元的历史新高</summary>
    private static bool IsNewHigh(Clause clause, Figure figure) =>
        figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 1 }
        && clause.Nearest(figure, Sense.LongSpan)
            is { Before: false, Distance: <= 4, Token: var mark }
        && clause
            .Text.AsSpan(mark.Start, Math.Min(5, clause.Text.Length - mark.Start))
            .Contains('高')
        && clause.Leading(figure) is { } word
        && clause.Text[word.Start] is '创' or '創' or '刷' or '改';

    /// <summary>52周低点为75.61美元, "das 52-Wochen-Tief liegt bei 75,61 Dollar": what the year's mark is, not what was reached.</summary>
    private static bool IsYearsMark(Clause clause, Figure figure)
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
    private static bool IsNewLow(Clause clause, Figure figure) =>
        clause.Nearest(figure, Sense.LongSpan) is { Before: false, Distance: <= 4, Token: var mark }
        && clause
            .Text.AsSpan(mark.Start, Math.Min(5, clause.Text.Length - mark.Start))
            .Contains('低')
        && clause.Nearest(figure, Sense.Down) is { Before: true };
}
