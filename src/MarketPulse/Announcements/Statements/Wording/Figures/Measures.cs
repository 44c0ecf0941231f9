namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Tells figures of revenue, market value, tariffs and the like from those of the price.</summary>
internal static class Measures
{
    private const Sense Price = Sense.Share | Sense.Pronoun;

    /// <summary>"Tariff relief spurred an 18.7% one-day surge in Nvidia's shares".</summary>
    private static bool IsOfStock(Clause clause, Figure figure)
    {
        var moved = false;
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 7); i++)
        {
            var token = clause.Tokens[i];
            if (FigureFinder.Parts(token) || token.Is(Sense.Measure))
            {
                return false;
            }

            if (moved && (token.IsName || token.Is(Price)))
            {
                return clause.Tokens[(figure.Last + 1)..i].Exists(t => t.Is(Sense.In));
            }

            moved |= token.Is(Sense.Up | Sense.Down);
        }

        return false;
    }

    /// <summary>"A 62% leap in revenue", "an 80% increase in its profits", "a 30% increase in the fund's holdings".</summary>
    private static bool IsOfMeasure(Clause clause, int at)
    {
        if (!clause.Tokens[at].Is(Sense.In))
        {
            return false;
        }

        for (var i = at + 1; i < Math.Min(clause.Tokens.Count, at + 6); i++)
        {
            if (clause.Tokens[i].Is(Sense.Measure))
            {
                return true;
            }

            if (
                clause.Tokens[i].Is(Price)
                || clause.Tokens[i].IsName
                || clause.Tokens[i].IsNumber
                || FigureFinder.Parts(clause.Tokens[i])
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"A 54% decline compared to its average daily volume".</summary>
    private static bool IsHeldAgainst(Clause clause, int at)
    {
        for (var i = at; i < Math.Min(clause.Tokens.Count, at + 5); i++)
        {
            if (clause.Tokens[i].Is(Sense.Measure))
            {
                return clause
                    .Tokens[at..i]
                    .Exists(t => t.Is(Sense.From | Sense.Separator | Sense.MoreThan));
            }

            if (
                clause.Tokens[i].IsNumber
                || clause.Tokens[i].IsName
                || clause.Tokens[i].Sort == TokenSort.Break
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a figure is such a measure's.</summary>
    public static bool Own(Clause clause, Figure figure)
    {
        if (IsOfStock(clause, figure))
        {
            return false;
        }

        // "78% revenue growth", "10% stake", "3% of sales".
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 4); i++)
        {
            if (clause.Tokens[i].Is(Sense.Measure))
            {
                return true;
            }

            // "a 62% leap in revenue".
            if (
                clause.Tokens[i].Is(Sense.Up | Sense.Down)
                && i + 2 < clause.Tokens.Count
                && (
                    IsOfMeasure(clause, i + 1)
                    || IsHeldAgainst(clause, i + 1)
                    // "33% higher memory bandwidth".
                    || (
                        clause.Tokens[i].IsAny(clause.Text, "higher", "lower")
                        && clause.Tokens[i + 1].Is(Sense.Measure)
                    )
                )
            )
            {
                return true;
            }
            if (
                FigureFinder.Parts(clause.Tokens[i])
                || clause.Tokens[i].Is(Price | Sense.Up | Sense.Down | Sense.Ytd)
                || clause.Tokens[i].IsName
            )
            {
                break;
            }
        }

        // "revenue rose 78%", "a rise in revenue of 78%": the nearest noun before it decides.
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Measure))
            {
                return true;
            }

            if (token.Is(Sense.Close) && i > figure.From && clause.Tokens[i - 1].Is(Sense.Period))
            {
                // "Earnings for the quarter ended July 31 rose".
                continue;
            }

            if (token.IsName || token.Is(Price))
            {
                return IsHeldIn(clause, figure, i);
            }

            if (token.Sort == TokenSort.Break || token.Is(Sense.Close))
            {
                // "Above its 200-day average, which is now at $126".
                return i > 0
                    && clause.IsComma(i)
                    && clause.IsAny(i + 1, "which", "that")
                    && clause.Tokens[i - 1].Is(Sense.Measure);
            }
        }

        return IsOfNounBefore(clause, figure);
    }

    /// <summary>"Lifted its stake in shares of NVIDIA by 47.9%": what is held of a company moved, not the company.</summary>
    private static bool IsHeldIn(Clause clause, Figure figure, int name)
    {
        var i = name - 1;
        while (
            i >= figure.From && (clause.Tokens[i].IsName || clause.Tokens[i].Is(Price | Sense.In))
        )
        {
            i--;
        }

        return i >= figure.From
            && clause.Tokens[i].Is(Sense.Measure)
            && clause.Tokens[i + 1].Is(Sense.In)
            && clause.Tokens[figure.First - 1].IsAny(clause.Text, "by");
    }

    /// <summary>"On revenue that jumped 69%": the word before "that" is what moved.</summary>
    private static bool IsOfNounBefore(Clause clause, Figure figure) =>
        figure.From > 0
        && clause.Tokens[figure.From].IsAny(clause.Text, "that", "which", "who")
        && clause.Tokens[figure.From - 1].Is(Sense.Measure);
}
