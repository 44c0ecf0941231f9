using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Quotes;

/// <summary>Reads "traded between $114.54 and $119.02", 在114.54至119.02美元之间.</summary>
internal static class RangeReader
{
    /// <summary>No word further before a range tells that it is only expected.</summary>
    private const int WordsBefore = 10;

    /// <summary>A day's low and high where a figure and the next one are such a pair; null where they aren't, none where it is a longer time's.</summary>
    public static (PriceField Field, Figure Figure)[]? At(Clause clause, int at)
    {
        if (at + 1 >= clause.Figures.Count)
        {
            return null;
        }

        var (first, second) = (clause.Figures[at], clause.Figures[at + 1]);
        var between = clause.Tokens.GetRange(first.Last + 1, second.First - first.Last - 1);
        if (
            !IsPrice(first, second)
            || between.Count is 0 or > 3
            || !between.TrueForAll(t =>
                t.Is(Sense.And | Sense.To | Sense.About | Sense.Filler)
                || t.Sort is TokenSort.Other or TokenSort.Break
            )
            || (clause.Nearest(first, Sense.Range) ?? clause.Nearest(second, Sense.Range))
                is not { Distance: <= 12 }
        )
        {
            return null;
        }

        // A 52-week range, or one that is expected: both ends are passed over.
        if (
            clause.Nearest(first, Sense.LongSpan | Sense.Period | Sense.Target) is not null
            || clause.Nearest(second, Sense.Period | Sense.Target) is not null
            || clause.Nearest(second, Sense.LongSpan) is { Before: false, Distance: <= 4 }
            || clause.HasBeside(first, Sense.Hypothetical | Sense.Measure)
            || clause.HasBeside(second, Sense.Hypothetical)
            || IsForecast(clause, first)
            || IsGuess(clause, first, second)
        )
        {
            return [];
        }

        return first.Token.Number <= second.Token.Number
            ? [(PriceField.Low, first), (PriceField.High, second)]
            : [(PriceField.High, first), (PriceField.Low, second)];
    }

    /// <summary>"Nvidia stock price forecast: $186–$198 range", "stuck in a channel between $170 and $190".</summary>
    private static bool IsForecast(Clause clause, Figure first) =>
        clause
            .Tokens[Math.Max(0, first.First - WordsBefore)..first.First]
            .Exists(t =>
                t.IsAny(
                    clause.Text,
                    "forecast",
                    "prediction",
                    "outlook",
                    "channel",
                    "stuck",
                    "stagnation",
                    "target"
                )
            );

    /// <summary>机构给出的区间在1100~1300美元，隐含…, 从技术分析看，股价在…区间整理: no session's range.</summary>
    private static bool IsGuess(Clause clause, Figure first, Figure second)
    {
        var rounded = first.Token.Decimals + second.Token.Decimals == 0;
        foreach (var token in clause.Tokens)
        {
            if (clause.Text[token.Start] < '\u2e80')
            {
                continue;
            }

            var words = PlainCharacters.Of(clause.Word(token));
            if (
                (rounded && token.Is(Sense.Hypothetical | Sense.Target))
                || words.Contains("技术", StringComparison.Ordinal)
                || words.Contains("整理", StringComparison.Ordinal)
                || words.Contains("箱体", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrice(Figure first, Figure second) =>
        second.Unit is FigureUnit.Dollar or FigureUnit.Bare
        && first.Unit is FigureUnit.Dollar or FigureUnit.Bare
        && (
            first.Unit == FigureUnit.Dollar
            || second.Unit == FigureUnit.Dollar
            || first.Token.Decimals >= 2
        );
}
