using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells which part or extreme of the day the words put a figure in.</summary>
internal static class DayPart
{
    public const Sense Marks =
        Sense.PreMarket
        | Sense.AfterHours
        | Sense.Intraday
        | Sense.Close
        | Sense.Open
        | Sense.High
        | Sense.Low;

    /// <summary>By the figure's own words, else those of a figure joined to it, else as the figure before.</summary>
    public static PriceField? Of(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (OwnMarks.Of(clause, figure) is { } own)
        {
            return Meant(clause, figure, own, before);
        }

        if (
            before is { Part: PriceField.Open or PriceField.High or PriceField.Low }
            && clause.HasBeside(figure, Sense.Moment)
        )
        {
            // 开盘涨5.06%,现涨1.2%: a moment after it.
            return PriceField.Intraday;
        }

        if (
            before is { Change: true, Part: PriceField.Intraday }
            && Closes.TurnTo(clause, at, before)
        )
        {
            return PriceField.Close;
        }

        // "rose 3% to a high of $119": the extreme is the price's alone.
        return
            clause.Joined(at)
            && OwnMarks.Nearest(clause, clause.Figures[at + 1]) is { } next
            && Of(next.Token)
                is { } part
                    and not (PriceField.High or PriceField.Low or PriceField.Open)
            ? part
            : OutsideHours.Between(clause, at)
                ?? (OtherDayParts.Begin(clause, at) ? null : before?.Part);
    }

    /// <summary>What a figure's own mark says, beside the hours and the figure before it.</summary>
    private static PriceField? Meant(
        Clause clause,
        Figure figure,
        (Token Token, int Distance, bool Before) own,
        Stated? before
    )
    {
        // 盘后一度跌超6%: a moment after hours is after hours.
        // 盘后一度跌超5%，截至发稿跌3.1%: so is the moment of writing behind it.
        return own.Token.Is(Sense.High | Sense.Low)
            && char.IsAsciiLetter(clause.Text[own.Token.Start])
            && ExtremeMarks.AreOfCloses(clause, figure, own.Token)
                ? PriceField.Close
            : own is { Before: false, Token: var behind }
            && behind.Is(Sense.Intraday)
            && ExtremeMarks.LedInBy(clause, figure) is { } extreme
                ? extreme
            : own.Token.Is(Sense.Close)
            && own.Before
            && OutsideHours.LeadsTo(clause, figure, own.Token) is { } outside
                ? outside
            : own.Token.Is(Sense.Moment) && Closes.EndMoment(clause, figure) ? PriceField.Close
            : own.Token.Is(Sense.Moment)
            && before is { Part: PriceField.AfterHours or PriceField.PreMarket }
                ? before.Part
            : before is { Part: PriceField.AfterHours or PriceField.PreMarket }
            && OutsideHours.GoOn(clause, figure, own.Token)
                ? before.Part
            : own.Token.Is(Sense.Intraday | Sense.High | Sense.Low)
            && clause.HasBeside(figure, Sense.AfterHours)
                ? PriceField.AfterHours
            : own.Token.Is(Sense.Intraday | Sense.High | Sense.Low)
            && clause.HasBeside(figure, Sense.PreMarket)
                ? PriceField.PreMarket
            : own.Token.Is(Sense.Intraday | Sense.High | Sense.Low)
            && OutsideHours.Before(clause, figure) is { } hours
                ? hours
            : own.Token.Is(Sense.Open) && PastOpens.Are(clause, figure, own.Token)
                ? PriceField.Intraday
            : Of(own.Token);
    }

    public static PriceField? Of(Token token) =>
        token.Is(Sense.PreMarket) ? PriceField.PreMarket
        : token.Is(Sense.AfterHours) ? PriceField.AfterHours
        : token.Is(Sense.Close) ? PriceField.Close
        : token.Is(Sense.Open) ? PriceField.Open
        : token.Is(Sense.High) ? PriceField.High
        : token.Is(Sense.Low) ? PriceField.Low
        : token.Is(Sense.Intraday) ? PriceField.Intraday
        : null;
}
