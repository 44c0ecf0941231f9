namespace MarketPulse.Announcements.Statements.Wording;

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
        if (Own(clause, figure) is { } own && !IsApart(clause, figure, own))
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
                : own.Token.Is(Sense.Moment) && EndsAtClose(clause, figure) ? PriceField.Close
                : own.Token.Is(Sense.Moment)
                && before is { Part: PriceField.AfterHours or PriceField.PreMarket }
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
                : own.Token.Is(Sense.Open)
                && (IsPast(clause, figure, own.Token) || IsOfIndices(clause, figure, own.Token))
                    ? PriceField.Intraday
                : Of(own.Token);
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
            && EndsOtherwise(clause, at, before)
        )
        {
            return PriceField.Close;
        }

        // "rose 3% to a high of $119": the extreme is the price's alone.
        return clause.Joined(at)
            && Own(clause, clause.Figures[at + 1]) is { } next
            && Of(next.Token)
                is { } part
                    and not (PriceField.High or PriceField.Low or PriceField.Open)
                ? part
            : HasOwnDate(clause, figure) || IsOfOtherDay(clause, at) ? null
            : before?.Part;
    }

    /// <summary>"At one point it fell by more than 10%, near the 18.5% drop on March 16, 2020": the hour is the other day's.</summary>
    private static bool HasOwnDate(Clause clause, Figure figure) =>
        clause.Days.Exists(d =>
            (
                d.Reference is null or { Sort: DateReferenceSort.Date }
                && d.First > figure.Last
                && d.Last < figure.To
            )
            // "slumped 6.8% Thursday morning, extending Wednesday's 6.6% decline"
            || (
                d.Reference is { Sort: DateReferenceSort.Date or DateReferenceSort.Weekday }
                && d.First >= figure.From
                && d.Last == figure.First - 1
            )
        );

    /// <summary>周三盘后涨6%，周二跌2.81%: a day of its own behind the comma begins anew.</summary>
    private static bool IsOfOtherDay(Clause clause, int at) =>
        at > 0
        && clause.Figures[at] is var figure
        && clause.Days.Exists(d =>
            d.Reference
                is {
                    Sort: DateReferenceSort.Date
                        or DateReferenceSort.Weekday
                        or DateReferenceSort.WeekdayBefore
                        or DateReferenceSort.DayBefore
                }
            && d.First > clause.Figures[at - 1].Last
            && d.Last < figure.First
            && clause.Text[clause.Tokens[d.Last].End - 1] >= '\u2e80'
        );

    /// <summary>"NVDA -5.88, -3.15%, gapped up at the open": behind a signed figure's comma something else is told.</summary>
    private static bool IsApart(
        Clause clause,
        Figure figure,
        (Token Token, int, bool Before) own
    ) =>
        figure.Token.Sign != 0
        && !own.Before
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(own.Token)]
            .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] == ',');

    /// <summary>三大指数开盘涨跌不一，英伟达涨5%: the open is the indices', the share stood so at some moment behind it.</summary>
    private static bool IsOfIndices(Clause clause, Figure figure, Token open)
    {
        var at = clause.PlaceOf(open);
        return clause.Text[open.Start] >= '\u2e80'
            && at < figure.First
            && clause.Tokens[at..figure.First].Exists(t => t.IsName && t.Symbol != Subjects.Broad)
            && clause.Tokens[..at].Exists(t => t.IsName)
            && clause.Tokens[..at].TrueForAll(t => !t.IsName || t.Symbol == Subjects.Broad);
    }

    /// <summary>股价开高,涨2.62%: what follows the comma came after the open.</summary>
    private static bool IsPast(Clause clause, Figure figure, Token open)
    {
        var at = clause.PlaceOf(open);
        return open.Is(Sense.Up | Sense.Down)
            && clause.Text[open.Start] >= '\u2e80'
            && at < figure.First
            && clause
                .Tokens[at..figure.First]
                .Exists(t => t.Sort == TokenSort.Break && clause.Text[t.Start] is ',' or '，');
    }

    /// <summary>"Fell 5.6%, erasing gains notched earlier in the session", "jumped 2%, bringing it closer to its all-time high": said of something else.</summary>
    private static bool IsOfReason(Clause clause, Figure figure, Token mark)
    {
        if (!mark.Is(Sense.Intraday | Sense.High | Sense.Low))
        {
            return false;
        }

        var at = clause.PlaceOf(mark);
        var comma = false;
        for (var i = figure.Last + 1; i < at; i++)
        {
            var token = clause.Tokens[i];
            comma |= clause.IsComma(i);
            if (
                (comma && token.Is(Sense.Separator | Sense.Up | Sense.Down))
                || clause.Word(token) is "after" or "bringing" or "erasing" or "reversing"
            )
            {
                return true;
            }

            // "Surged 16% to a record high": how the day went, or how far it got.
            if (
                figure.Unit == FigureUnit.Percent
                && token.Is(Sense.LongSpan)
                && i + 1 == at
                && mark.Is(Sense.High | Sense.Low)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>盘中迅速发酵，该公司股价单日大跌6.9%: behind the comma the day is told as a whole.</summary>
    private static bool IsPartedByDay(Clause clause, Figure figure, Token mark)
    {
        if (clause.Text[mark.Start] < '\u2e80' || !mark.Is(Sense.Intraday))
        {
            return false;
        }

        var day = false;
        for (var i = figure.First - 1; i > clause.PlaceOf(mark); i--)
        {
            day |=
                clause.Tokens[i].Is(Sense.SameDay | Sense.Yesterday)
                || clause.Days.Exists(d => d.First <= i && i <= d.Last);
            if (clause.Tokens[i].Sort == TokenSort.Break)
            {
                return day;
            }
        }

        return false;
    }

    /// <summary>"As of 2:10 p.m., shares were 3.4% higher than Friday's close": what the change is held against.</summary>
    private static bool IsHeldAgainst(Clause clause, Figure figure, Token close) =>
        close.Is(Sense.Close)
        && !close.Is(Sense.Previous)
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(close)]
            .Exists(t => clause.Word(t) is "than" or "from" or "versus" or "over");

    /// <summary>The nearest mark; in Chinese one behind a comma is of what follows: 大涨3.5%，成为全球最高…</summary>
    private static (Token Token, int Distance, bool Before)? Own(Clause clause, Figure figure)
    {
        if (clause.Nearest(figure, Marks) is not { } found)
        {
            return null;
        }

        if (found.Before)
        {
            return IsPartedByDay(clause, figure, found.Token) ? null : found;
        }

        if (clause.Text[found.Token.Start] < '\u2e80')
        {
            return
                IsHeldAgainst(clause, figure, found.Token)
                || IsOfReason(clause, figure, found.Token)
                ? clause.Nearest(figure with { To = figure.Last + 1 }, Marks)
                : found;
        }

        for (
            var i = figure.Last + 1;
            i < clause.Tokens.Count && clause.Tokens[i].Start < found.Token.Start;
            i++
        )
        {
            if (clause.Text[clause.Tokens[i].Start] is ',' or '，')
            {
                return clause.Nearest(figure with { To = figure.Last + 1 }, Marks);
            }
        }

        return found;
    }

    /// <summary>盘中大涨逾5%，逆转下跌3.15%，收在180.64美元: the other way, and the close stands beside it.</summary>
    private static bool EndsOtherwise(Clause clause, int at, Stated before) =>
        clause.Figures[at].Unit == FigureUnit.Percent
        && at + 1 < clause.Figures.Count
        && clause.Figures[at + 1].First - clause.Figures[at].Last <= 4
        && clause.Nearest(clause.Figures[at + 1], Marks) is { Before: true } next
        && next.Token.Is(Sense.Close)
        && Direction.Of(clause, clause.Figures[at]) is { Sign: var sign }
        && sign == -before.Sign;

    /// <summary>"last changed hands at $1,208.88 at Friday's close".</summary>
    private static bool EndsAtClose(Clause clause, Figure figure)
    {
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 6); i++)
        {
            if (clause.Tokens[i].Is(Sense.Close))
            {
                return true;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                return false;
            }
        }

        return false;
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
