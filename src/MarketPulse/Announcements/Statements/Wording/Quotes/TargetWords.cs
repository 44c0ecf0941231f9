using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Tells figures of analysts' targets that stand further behind the word.</summary>
internal static class TargetWords
{
    /// <summary>No word further off makes a figure an analyst's target.</summary>
    private const int Farthest = 30;

    /// <summary>"Its price target increased from $120 to $140": the end of what began as a target.</summary>
    public static bool EndAt(Clause clause, int at) =>
        at > 0
        && clause.Joined(at - 1)
        && PriceWords.IsTo(clause.Leading(clause.Figures[at]))
        && (
            clause.HasBeside(clause.Figures[at - 1], Sense.Target)
            || Reach(clause, clause.Figures[at - 1])
        );

    /// <summary>"Cut their price targets, some by as much as $110, with the median now at $240": nobody's stock was named since.</summary>
    public static bool Reach(Clause clause, Figure figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Target) && IsTarget(clause.Word(token)))
            {
                return true;
            }
            if (
                (token.IsName || token.Is(Sense.Share))
                && clause
                    .Tokens[Math.Max(0, i - 4)..i]
                    .Exists(t => t.Is(Sense.Target) && IsTarget(clause.Word(t)))
            )
            {
                // "boosted their price objective on shares of NVIDIA from $15.50 to $300.00"
                return true;
            }

            if (
                token.Is(Sense.Up | Sense.Down | Sense.Measure)
                && i > 0
                && clause.Tokens[i - 1] is var noun
                && noun.Is(Sense.Target)
                && IsTarget(clause.Word(noun))
            )
            {
                // "saw its price target increased by Piper Sandler from $120 to $140"
                return true;
            }

            if (
                token.Is(Sense.Up | Sense.Down)
                && i > 0
                && clause.IsComma(i - 1)
                && clause.Word(token).EndsWith("ing", StringComparison.Ordinal)
            )
            {
                // "Adjusted their price target for Nvidia, increasing it from $209.96 to $210.50"
                continue;
            }

            if (
                token.IsName
                || token.Is(
                    Sense.Share | Sense.Pronoun | Sense.Up | Sense.Down | Sense.Close | Sense.Open
                )
            )
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>"A price target of $265 points to a 49% jump", "the average target represents an increase of 47.6% from the last close".</summary>
    public static bool Promise(Clause clause, Figure figure)
    {
        var moved = false;
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - Farthest); i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Target) && IsTarget(clause.Word(token)))
            {
                return true;
            }

            if (
                token.IsName
                || token.IsStop
                || token.Is(Sense.Share | Sense.Pronoun | Sense.Close | Sense.Open | Sense.Weekday)
                || (moved && token.Is(Sense.Up | Sense.Down))
            )
            {
                return false;
            }

            moved |= token.Is(Sense.Up | Sense.Down);
        }

        return false;
    }

    /// <summary>目标价由250美元大幅拉高到350美元: no comma since the word.</summary>
    public static bool Head(Clause clause, Figure figure)
    {
        for (
            var i = figure.First - 1;
            i >= Math.Max(0, figure.First - Farthest) && !FigureFinder.Parts(clause.Tokens[i]);
            i--
        )
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Target) && clause.Text[token.Start] == '目')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTarget(ReadOnlySpan<char> words) =>
        words.Contains("target", StringComparison.OrdinalIgnoreCase)
        || words.Contains("objective", StringComparison.OrdinalIgnoreCase)
        || words.Contains("kursziel", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("目");
}
