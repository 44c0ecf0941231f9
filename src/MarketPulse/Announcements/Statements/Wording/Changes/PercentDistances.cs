using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Quotes;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that are a distance from something, whenever that was, or what something is held against.</summary>
internal static class PercentDistances
{
    /// <summary>"10% below its record high", 较高点回落10%: how far it is from an extreme, whenever that was.</summary>
    public static bool IsDistance(Clause clause, Figure figure)
    {
        const Sense extreme = Sense.LongSpan | Sense.High | Sense.Low;
        if (figure.First > figure.From && clause.Word(figure.First - 1) is "within")
        {
            return true;
        }

        if (IsOfProspect(clause, figure))
        {
            return true;
        }

        var from = false;
        for (var i = figure.Last + 1; i < Math.Min(clause.Tokens.Count, figure.Last + 10); i++)
        {
            var token = clause.Tokens[i];
            from |=
                token.Is(Sense.From | Sense.LessThan | Sense.MoreThan)
                || clause.Word(token) is "than";
            if (token.Is(Sense.FromPeak) || (from && token.Is(extreme)))
            {
                return true;
            }

            var dated = clause.Days.Exists(d => d.First <= i && i <= d.Last);
            // "From the October 2025 peak".
            dated |= token is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 };
            if (!dated && (FigureFinder.Parts(token) || token.IsNumber))
            {
                break;
            }
        }

        var mark = false;
        for (
            var i = figure.First - 1;
            i >= figure.From && clause.Tokens[i].Sort != TokenSort.Break;
            i--
        )
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.FromPeak) || (mark && token.Is(Sense.From) && !token.Is(Sense.To)))
            {
                return true;
            }

            mark |= token.Is(extreme);
        }

        return false;
    }

    /// <summary>"Up 27% from current levels", "returns 55% of the time", "a median gain of 4.9%": what may come, and what came on the whole.</summary>
    private static bool IsOfProspect(Clause clause, Figure figure)
    {
        var behind = clause.Text.AsSpan(
            clause.Tokens[figure.Last].End,
            Math.Min(24, clause.Text.Length - clause.Tokens[figure.Last].End)
        );
        if (
            behind.Contains(" from current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from here", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" on the current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from its current", StringComparison.OrdinalIgnoreCase)
            || behind.Contains(" from the current", StringComparison.OrdinalIgnoreCase)
            || behind.StartsWith(" of the time", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 5); i--)
        {
            var word = clause.Word(i);
            if (word is "median" or "average" or "typical" or "mean" or "durchschnittlich")
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

    /// <summary>从4月的低点86.62美元反弹80%, 自4月低点86美元反弹至158美元,涨幅逾80%: counted from a price of an earlier time.</summary>
    public static bool IsFromBase(Clause clause, Figure figure)
    {
        // 从四月低点计算，股价反弹约70%
        var words = PlainCharacters.Of(
            clause.Text.AsSpan(
                clause.Tokens[figure.From].Start,
                clause.Tokens[figure.First].Start - clause.Tokens[figure.From].Start
            )
        );
        if (
            words.Contains("点计算", StringComparison.Ordinal)
            || words.Contains("点算起", StringComparison.Ordinal)
            || words.Contains("点起算", StringComparison.Ordinal)
        )
        {
            return true;
        }

        for (var at = figure.Place - 1; at >= Math.Max(0, figure.Place - 2); at--)
        {
            var other = clause.Figures[at];
            if (other.Unit is not (FigureUnit.Dollar or FigureUnit.Bare))
            {
                return false;
            }

            if (PriceBases.Is(clause, at) && IsOld(clause, other))
            {
                return !clause
                    .Tokens[other.Last..figure.First]
                    .Exists(t => t.IsStop || t.Is(Sense.Close | Sense.Weekday | Sense.SameDay));
            }
        }

        return false;
    }

    private static bool IsOld(Clause clause, Figure figure) =>
        clause.Text[clause.Tokens[figure.From].Start] >= '\u2e80'
        && clause
            .Tokens[figure.From..figure.First]
            .Exists(t =>
                t.Is(
                    Sense.High
                        | Sense.Low
                        | Sense.LongSpan
                        | Sense.FromPeak
                        | Sense.MonthMark
                        | Sense.YearMark
                        | Sense.Ytd
                        | Sense.Period
                )
            );

    /// <summary>"cooled from the 239% of 2023": what something else is held against.</summary>
    public static bool IsComparedWith(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(figure.From, figure.First - 2); i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Filler) && clause.Word(token) is "up from" or "down from")
            {
                return true;
            }

            if (token.Is(Sense.From))
            {
                return !token.Is(Sense.In | Sense.To);
            }

            // 由涨5%转跌3.15%
            if (
                i == figure.First - 1
                && token.Is(Sense.Up | Sense.Down)
                && i > figure.From
                && clause.Tokens[i - 1].Is(Sense.From)
                && clause.Text[clause.Tokens[i - 1].Start] is '由' or '从' or '從'
            )
            {
                return true;
            }

            if (token.Sort != TokenSort.Word && !token.Is(Sense.About | Sense.Nearly))
            {
                return false;
            }
        }

        return false;
    }
}
