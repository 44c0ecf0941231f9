using MarketPulse.Announcements.Statements.Wording.Figures;

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

        if (GeneralChanges.Are(clause, figure))
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
            // "Down 37% and 41% from their highs": the distance is both's.
            dated |= !from && IsListed(clause, figure, i);
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

    private static bool IsListed(Clause clause, Figure figure, int at) =>
        figure.Place + 1 < clause.Figures.Count
        && clause.Figures[figure.Place + 1] is { Unit: FigureUnit.Percent } next
        && clause.Tokens[figure.Last + 1].Is(Sense.And)
        && next.First == figure.Last + 2
        && at <= next.Last;

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
