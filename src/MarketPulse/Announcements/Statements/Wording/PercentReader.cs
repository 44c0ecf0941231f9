namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads changes in per cent.</summary>
internal static class PercentReader
{
    public static Stated? Read(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        var direction = Direction.Of(clause, figure);
        var sign = direction?.Sign ?? Restated(clause, at, before);
        if (
            sign is not { } way
            || Measures.Own(clause, figure)
            || clause.HasBeside(figure, Sense.FromPeak)
        )
        {
            return null;
        }

        switch (Spans.Of(clause, figure))
        {
            case Sense.Ytd:
                return new(
                    PriceField.YearToDate,
                    way,
                    OfMoment: clause.HasBeside(figure, Sense.Moment)
                );
            case Sense.Period:
                return null;
        }

        var part = DayPart.Of(clause, at, before);
        return new(
            part switch
            {
                PriceField.PreMarket or PriceField.AfterHours or PriceField.Open => part.Value,
                PriceField.Intraday or PriceField.High or PriceField.Low => PriceField.Intraday,
                _ => PriceField.Change,
            },
            way,
            part,
            OfMoment: part is null && clause.HasBeside(figure, Sense.Moment),
            Change: true
        );
    }

    /// <summary>"gained $11.13, or 8.5%": the figure before, said again.</summary>
    private static int? Restated(Clause clause, int at, Stated? before)
    {
        if (before is not { Change: true } || at == 0)
        {
            return null;
        }

        var previous = clause.Figures[at - 1].Last + 1;
        var between = clause.Tokens.GetRange(previous, clause.Figures[at].First - previous);
        return
            between.Count is > 0 and <= 4
            && between.TrueForAll(t =>
                t.Sort is TokenSort.Break or TokenSort.Other
                || t.Is(Sense.And | Sense.About | Sense.Nearly | Sense.MoreThan | Sense.Filler)
            )
            ? before.Sign
            : null;
    }
}
