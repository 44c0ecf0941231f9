namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells prices that something moved from or is held against.</summary>
internal static class PriceBases
{
    /// <summary>"from $119.53", 从119.53: what a move began at; German "von" only where "auf" follows.</summary>
    public static bool Is(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        if (IsOfPremium(clause, figure))
        {
            return true;
        }

        var closed = false;
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            var token = clause.Tokens[i];
            closed |= token.Is(Sense.Close);
            if (
                token.Is(Sense.Open)
                || (token.Is(Sense.High | Sense.Low) && token.Is(Sense.SameDay))
                || IsOfSession(clause, token)
                || (token.Is(Sense.High | Sense.Low | Sense.Close) && IsDated(clause, figure))
                || (token.Is(Sense.Low | Sense.High) && LeadsToOther(clause, at))
                || (token.Is(Sense.Close) && IsDatedBefore(clause, figure, i))
            )
            {
                // "from the opening price of $87.46", "from a session low of $97.53": a base, but a session's figure too.
                return false;
            }

            if (token.Is(Sense.Previous))
            {
                return false;
            }

            if (
                token.Is(Sense.FromPeak)
                && !IsClosedBefore(clause, figure, i)
                && (
                    i >= figure.First - 2
                    // "from their last all-time high close of $950 apiece, which they hit on March 25" is a close all the same.
                    || (char.IsAsciiLetter(clause.Text[token.Start]) && !closed)
                )
            )
            {
                // 较历史高点153.13美元回撤: what it has come down from.
                return true;
            }

            if (
                token.Is(Sense.From)
                && token.Is(Sense.In)
                && i > figure.From
                && clause.Tokens[i - 1].Is(Sense.High | Sense.Low)
                && IsOfSession(clause, clause.Tokens[i - 1])
            )
            {
                // "von ihrem Tagestief von 116,70 Dollar": the second "von" belongs to the extreme.
                return false;
            }

            if (token.Is(Sense.From) && !token.Is(Sense.To))
            {
                if (LeadsToDate(clause, figure, i))
                {
                    // "the high from May 30 at $419.38"
                    return false;
                }

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

    /// <summary>"A 14 percent premium to its Friday close of $109.38": what a bid is held against, mostly another company's.</summary>
    private static bool IsOfPremium(Clause clause, Figure figure)
    {
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            if (clause.Word(i) is "premium" or "discount" or "premium to" or "discount to")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Closed the day slightly off their peak at $162.88": where it ended, not where it came from.</summary>
    private static bool IsClosedBefore(Clause clause, Figure figure, int peak) =>
        PriceWords.IsTo(clause.Leading(figure))
        && clause.Tokens[figure.From..peak].Exists(t => t.Is(Sense.Close));

    private static bool LeadsToDate(Clause clause, Figure figure, int from) =>
        clause.Days.Exists(d =>
            d.First == from + 1 && d.Reference is { Sort: DateReferenceSort.Date }
        ) && PriceWords.IsTo(clause.Leading(figure));

    /// <summary>"Finishing at $101.80, down from $110.42": the close before, where nothing else is named.</summary>
    public static bool IsCloseBefore(Clause clause, int at, Stated? before)
    {
        var figure = clause.Figures[at];
        if (
            before is { Field: PriceField.Change, Change: true, OfMoment: false }
            && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            && figure.First > figure.From
            && clause.Word(figure.First - 1) is "from"
            && clause.Joined(at)
            && clause.Figures[at + 1] is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 } end
            && PriceWords.IsTo(clause.Leading(end))
            && !clause
                .Tokens[figure.First..end.Last]
                .Exists(t => t.Is(DayPart.Marks | Sense.LongSpan))
        )
        {
            // "Gained 1.07%, rising from $884.55 to $893.98".
            return true;
        }

        return before
                is { Field: PriceField.Close, Change: false, OfMoment: false, Previous: false }
            && figure is { Unit: FigureUnit.Dollar, Token.Decimals: >= 2 }
            && figure.First > figure.From
            && clause.Word(figure.First - 1) is "up from" or "down from"
            && !clause
                .Tokens[figure.First..figure.To]
                .Exists(t =>
                    t.Is(
                        DayPart.Marks
                            | Sense.LongSpan
                            | Sense.Period
                            | Sense.Ytd
                            | Sense.Month
                            | Sense.Weekday
                            | Sense.FromPeak
                    )
                );
    }

    /// <summary>"from a low of $86.62 on April 7": an extreme with a day of its own right behind it.</summary>
    private static bool IsDated(Clause clause, Figure figure) =>
        clause.Days.Exists(d =>
            d.Reference is { Sort: DateReferenceSort.Date }
            && d.First > figure.Last
            && (
                d.First <= figure.Last + 2
                // "of $289.07, set on Oct. 1"
                || (
                    d.First <= figure.Last + 5
                    && clause
                        .Tokens[(figure.Last + 1)..d.First]
                        .Exists(t =>
                            clause.Word(t) is "set" or "reached" or "hit" or "recorded" or "touched"
                        )
                )
            )
        );

    /// <summary>"From a low of $223.00 to a high of $236.12": both ends of one session's range.</summary>
    private static bool LeadsToOther(Clause clause, int at)
    {
        if (
            at + 1 >= clause.Figures.Count
            || clause.Figures[at + 1].Unit != FigureUnit.Dollar
            || !clause.Joined(at)
        )
        {
            return false;
        }

        var between = clause.Tokens[(clause.Figures[at].Last + 1)..clause.Figures[at + 1].First];
        return between.Exists(t => t.Is(Sense.To))
            && between.Exists(t => t.Is(Sense.High | Sense.Low));
    }

    /// <summary>"From Jan. 24's closing price of $142.62": a base, but a dated close too.</summary>
    private static bool IsDatedBefore(Clause clause, Figure figure, int close) =>
        clause.Days.Exists(d =>
            d.Reference is not null || clause.Tokens[d.First].Is(Sense.Month | Sense.Weekday)
                ? d.Last < close && d.Last >= close - 3 && d.First >= figure.From
                : false
        );

    /// <summary>"An intraday high", 日内低点: an extreme of the day, as the word itself says.</summary>
    private static bool IsOfSession(Clause clause, Token token)
    {
        if (!token.Is(Sense.High | Sense.Low))
        {
            return false;
        }

        var words = clause.Word(token);
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
            && clause.Tokens[next].Is(Sense.LessThan | Sense.MoreThan | Sense.FromPeak | Sense.From)
            && char.IsAsciiLetter(clause.Text[clause.Tokens[next].Start])
            && (
                !clause.Tokens[next].Is(Sense.From)
                // "down $15 to $25 from Friday's close"
                || clause
                    .Tokens[(next + 1)..Math.Min(clause.Tokens.Count, next + 5)]
                    .Exists(t => t.Is(Sense.Close | Sense.Previous | Sense.High | Sense.Low))
                    && !clause.HasBeside(figure, Sense.Close | Sense.Open) == false
            );
    }
}
