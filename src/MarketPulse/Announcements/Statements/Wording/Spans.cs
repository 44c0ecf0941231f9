namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells what span of time a change is of.</summary>
internal static class Spans
{
    private const Sense Day = Sense.SameDay | Sense.Today | Sense.Weekday;

    /// <summary>No word further off tells the span of a sum.</summary>
    private const int Farthest = 30;

    /// <summary><see cref="Sense.Ytd"/>, <see cref="Sense.Period"/> for any other longer span, or none for the day.</summary>
    /// <remarks>Words behind a figure are nearer than words before it, but a comma ends them.</remarks>
    public static Sense Of(Clause clause, Figure figure)
    {
        const Sense any = Sense.Ytd | Sense.Period | Day;
        if (IsOverYears(clause, figure))
        {
            return Sense.Period;
        }

        return Behind(clause, figure, any)
            ?? Before(clause, figure, any)
            ?? Carried(clause, figure, any)
            ?? Listed(clause, figure, any)
            ?? Cumulative(clause, figure);
    }

    /// <summary>"Over the past year, shares have surged 44%", "climbed 21% over the past 12 months": no extreme's span here.</summary>
    private static bool IsOverYears(Clause clause, Figure figure)
    {
        for (var i = figure.From; i < figure.To; i++)
        {
            var token = clause.Tokens[i];
            var words = clause.Word(token);
            if (
                token.Is(Sense.LongSpan)
                && (
                    words.StartsWith("over the ", StringComparison.OrdinalIgnoreCase)
                    || words.StartsWith("in the ", StringComparison.OrdinalIgnoreCase)
                    || words.StartsWith("during the ", StringComparison.OrdinalIgnoreCase)
                )
                && !clause
                    .Tokens[Math.Min(i, figure.First)..Math.Max(i, figure.Last)]
                    .Exists(t => t.IsNumber && t.Start != figure.Token.Start)
                && !Comparisons.Are(clause, i)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"has gained 77% this year and the fund is up 26%": where things stand, over the span told before.</summary>
    private static Sense? Carried(Clause clause, Figure figure, Sense any)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1].Unit != FigureUnit.Percent
            || clause.Nearest(figure, Sense.Up | Sense.Down) is not { Before: true } found
            || !(found.Token.Is(Sense.Moment) || IsCompared(clause, figure))
        )
        {
            return null;
        }

        var before = clause.Figures[at - 1];
        return
            (Behind(clause, before, any) ?? Before(clause, before, any)) is { } span
            && (span & (Sense.Ytd | Sense.Period)) != 0
            ? span
            : null;
    }

    /// <summary>"Up 120% this year, outpacing Nvidia's gains of over 160%".</summary>
    private static bool IsCompared(Clause clause, Figure figure) =>
        clause
            .Tokens[(clause.Figures[figure.Place - 1].Last + 1)..figure.First]
            .Exists(t =>
                t.Is(Sense.Separator)
                && clause.Word(t)
                    is "outpacing"
                        or "outperforming"
                        or "underperforming"
                        or "compared"
            );

    /// <summary>此前两日分别上涨2.8%和5%: the second is of no single day either.</summary>
    private static Sense? Listed(Clause clause, Figure figure, Sense any)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || figure.First - before.Last != 2
            || !(
                clause.Tokens[before.Last + 1].Is(Sense.And)
                || clause.Text[clause.Tokens[before.Last + 1].Start] == '、'
            )
            || clause.Text[clause.Tokens[before.Last + 1].Start] < '\u2e80'
        )
        {
            return null;
        }

        return Before(clause, before, any) is Sense.Period ? Sense.Period : null;
    }

    private static Sense? Behind(Clause clause, Figure figure, Sense any)
    {
        var comma = false;
        for (var i = figure.Last + 1; i < figure.To; i++)
        {
            var token = clause.Tokens[i];
            if (BeginsReason(clause, i))
            {
                return null;
            }

            if (token.Sort == TokenSort.Break)
            {
                if (comma || i > figure.Last + 2)
                {
                    return null;
                }

                comma = true;
                continue;
            }

            if (
                BeginsSpan(clause, i)
                || (
                    token.Is(Sense.Since)
                    && clause.Days.Exists(d => d.First - i is 1 or 2)
                    && !Comparisons.Are(clause, i)
                )
            )
            {
                return Sense.Period;
            }

            if (token.Is(any) && !Comparisons.Are(clause, i))
            {
                return token.Is(Day) && SpanStarts.Is(clause.Text, clause.Tokens, i)
                    ? Sense.Period
                    : token.Sense & (Sense.Ytd | Sense.Period);
            }

            // "-16.5% (year to date)"; but "涨3.53%，结束连两日重挫" goes on to something else.
            if (comma && !token.Is(Sense.In | Sense.Filler))
            {
                return null;
            }
        }

        return null;
    }

    private static Sense? Before(Clause clause, Figure figure, Sense any)
    {
        var (part, outside, dated) = (false, false, false);
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (
                NamePlaces.IsComma(clause, i)
                && (IsLeadIn(clause, figure, i) || clause.Word(i + 1) is "so" or "but" or "yet")
            )
            {
                break;
            }

            if (token.Is(Sense.Period) && IsOfResults(clause, i))
            {
                continue;
            }

            part |= token.Is(Sense.PreMarket | Sense.AfterHours | Sense.Intraday | Sense.Close);
            outside |= token.Is(Sense.PreMarket | Sense.AfterHours);
            if (part && token.Sort == TokenSort.Break && Opens(clause, figure, i - 1))
            {
                return Sense.Period;
            }

            if (
                (part && token.Sort == TokenSort.Break)
                // "Nvidia, which has driven the sector higher this year, rose 1.5%": the aside's span is its own.
                || (
                    NamePlaces.IsComma(clause, i)
                    && i + 1 < figure.First
                    && clause.Tokens[i + 1].Is(Sense.Up | Sense.Down)
                    && clause.Tokens[figure.From..i].Exists(t => clause.Word(t) is "which")
                )
                // 公布第二财季业绩后股价盘后跌3.1%: the quarter is the results'.
                || (outside && token.Is(Sense.Separator))
            )
            {
                break;
            }

            dated |= ResultQuarters.AreDated(clause, i);
            if (dated && token.Is(Sense.Period))
            {
                break;
            }

            if (ResultQuarters.Are(clause, figure, i))
            {
                continue;
            }

            if (token.Is(any) && !Comparisons.Are(clause, i))
            {
                return token.Is(Day) && SpanStarts.Is(clause.Text, clause.Tokens, i)
                    ? Sense.Period
                    : token.Sense & (Sense.Ytd | Sense.Period);
            }

            if (clause.Word(token) is "when" or "als")
            {
                // "Since May 31, when it fell 5.7%": told of that day.
                break;
            }

            if (
                BeginsSpan(clause, i)
                || (token.Is(Sense.Since) && clause.Days.Exists(d => d.First - i is 1 or 2))
            )
            {
                return Sense.Period;
            }

            if (NamesYear(clause, i) || EndsYear(clause, i))
            {
                return Sense.Ytd;
            }
        }

        return null;
    }

    /// <summary>"After the first-quarter results", "its second-quarter revenue": the quarter is theirs.</summary>
    private static bool IsOfResults(Clause clause, int at) =>
        char.IsAsciiLetter(clause.Text[clause.Tokens[at].Start])
        && (
            (at + 1 < clause.Tokens.Count && clause.Tokens[at + 1].Is(Sense.Measure))
            || clause
                .Tokens[Math.Max(0, at - 2)..at]
                .Exists(t => clause.Word(t) is "after" or "following" or "despite")
        );

    /// <summary>"After the company's quarterly report, Nvidia shares fell 3.4%": words before the comma that only say after what.</summary>
    private static bool IsLeadIn(Clause clause, Figure figure, int comma)
    {
        var first = clause.Tokens.FindLastIndex(
            comma,
            comma - figure.From + 1,
            t => t.Is(Sense.Separator)
        );
        return first >= 0
            && (first <= figure.From + 1)
            && clause.IsAny(
                first,
                "after",
                "following",
                "despite",
                "amid",
                "with",
                "as",
                "nachdem",
                "trotz"
            )
            && clause
                .Tokens[comma..figure.First]
                .Exists(t => t.IsName || t.Is(Sense.Share | Sense.Pronoun));
    }

    /// <summary>"Fell 3.4% as investors digested last week's results", "ahead of its quarterly results": spans behind are of something else.</summary>
    private static bool BeginsReason(Clause clause, int at)
    {
        var word = clause.Word(at);
        return word is "ahead"
            || (
                clause.Tokens[at].Is(Sense.Separator)
                && char.IsAsciiLetter(clause.Text[clause.Tokens[at].Start])
                && word is not ("compared" or "when" or "where" or "that")
            );
    }

    /// <summary>"Since 2018 the stock has gained", "since the first day the market opened": a longer span, unless it is what a record is counted from.</summary>
    private static bool BeginsSpan(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.Since)
        && at + 1 < clause.Tokens.Count
        && !Comparisons.Are(clause, at)
        && clause.Tokens[at + 1] is var next
        && (
            next is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 }
            || clause.Word(next) is "the"
        );

    /// <summary>去年，英伟达股价一度飙升171%: a span that opens the sentence holds for its moments too.</summary>
    private static bool Opens(Clause clause, Figure figure, int at) =>
        at >= figure.From
        && clause.Tokens[at].Is(Sense.Ytd | Sense.Period)
        && clause.Text[clause.Tokens[at].Start] >= '\u2e80'
        && (at <= 1 || clause.Tokens[at - 1].Sort == TokenSort.Break);

    /// <summary>2023年英伟达股价上涨近240%: a year alone.</summary>
    private static bool NamesYear(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.YearMark)
        && at > 0
        && clause.Tokens[at - 1] is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 }
        && !(at + 2 < clause.Tokens.Count && clause.Tokens[at + 2].Is(Sense.MonthMark));

    /// <summary>"Closed out 2024 with a 171% gain", "its 2024 gain of 171%".</summary>
    private static bool EndsYear(Clause clause, int at) =>
        clause.Tokens[at] is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 } year
        && year.End - year.Start == 4
        && !clause.Days.Exists(d => d.First <= at && at <= d.Last)
        && (
            (at > 0 && clause.Tokens[at - 1].Is(Sense.Close))
            || (at + 1 < clause.Tokens.Count && clause.Tokens[at + 1].Is(Sense.Up | Sense.Down))
        );

    /// <summary>累涨38.88%: added up over a span that stands further off, never a day's.</summary>
    private static Sense Cumulative(Clause clause, Figure figure)
    {
        var cumulative = false;
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            cumulative |=
                i >= figure.From && i >= figure.First - 4 && clause.Text[token.Start] is '累';
            if (!cumulative && i < figure.From)
            {
                return Sense.None;
            }

            if (cumulative && token.Is(Sense.Ytd | Sense.Period) && !Comparisons.Are(clause, i))
            {
                return token.Sense & (Sense.Ytd | Sense.Period);
            }
        }

        return cumulative ? Sense.Period : Sense.None;
    }
}
