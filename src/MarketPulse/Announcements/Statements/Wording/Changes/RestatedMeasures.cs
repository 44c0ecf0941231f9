using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Quotes;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells a change that is said of a sum before or behind it: "revenue of $26.04 billion, up 262%".</summary>
internal static class RestatedMeasures
{
    private const Sense Price =
        Sense.Share | Sense.Pronoun | Sense.Close | Sense.PreMarket | Sense.AfterHours;

    /// <summary>As far behind its company as a sentence's own subject stands ("Nvidia's data-center revenue").</summary>
    private const int SubjectWords = 5;

    /// <summary>As many words may stand between "reflecting" and its figure.</summary>
    private const int WordsOfReflection = 8;

    /// <summary>No row of "to $20.07 to $20.12" is followed further back.</summary>
    private const int LongestChain = 4;

    public static bool IsSuch(Clause clause, int at) =>
        IsToASum(clause, at)
        || IsOfSumBefore(clause, at)
        || IsBracketedBehind(clause, at)
        || IsOfSubject(clause, at)
        || IsReflected(clause, at)
        || IsHeldAgainstSum(clause, at);

    /// <summary>"Net income surged 103% to $0.81", "expected to soar 74% to $8.29", "raised its earnings to $20.07 to $20.12": the price is what moved, not the share's.</summary>
    public static bool IsSumOf(Clause clause, int at)
    {
        for (
            var i = at;
            i > Math.Max(0, at - LongestChain)
                && clause.Joined(i - 1)
                && PriceWords.IsTo(clause.Leading(clause.Figures[i]));
            i--
        )
        {
            var before = clause.Figures[i - 1];
            if (
                before.Unit is FigureUnit.Percent or FigureUnit.Dollar
                && (
                    Measures.Own(clause, before)
                    || (
                        before.Unit == FigureUnit.Percent
                        && clause.HasBefore(before, Sense.Hypothetical)
                    )
                )
            )
            {
                return true;
            }

            if (before.Unit != FigureUnit.Dollar)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>营收为60.51亿美元，与上年同期的76.43亿美元相比下降21%, 每股收益0.88美元，与1.32美元相比下滑33%</summary>
    private static bool IsHeldAgainstSum(Clause clause, int at)
    {
        if (at == 0 || clause.Figures[at - 1].Unit is not (FigureUnit.Other or FigureUnit.Dollar))
        {
            return false;
        }

        var (from, to) = (
            clause.Tokens[clause.Figures[at - 1].Last].End,
            clause.Tokens[clause.Figures[at].First].Start
        );
        return to - from is > 1 and <= 8
            && clause.Text[from..to] is var between
            && (
                between.Contains("相比", StringComparison.Ordinal)
                || between.Contains("相较", StringComparison.Ordinal)
            )
            && clause
                .Tokens[..clause.Figures[at].First]
                .Exists(t => t.Is(Sense.Measure) && clause.Text[t.Start] >= '\u2e80');
    }

    /// <summary>"Earnings of $0.89 per share, reflecting a 45% increase", "revenue of $352 billion, signifying shifts of +68% and +63%".</summary>
    private static bool IsReflected(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        if (figure.First == 0)
        {
            return false;
        }

        var participle = clause.Tokens.FindLastIndex(
            figure.First - 1,
            Math.Min(figure.First, WordsOfReflection),
            t =>
                t.IsAny(
                    clause.Text,
                    "reflecting",
                    "representing",
                    "signifying",
                    "marking",
                    "indicating",
                    "signaling",
                    "implying"
                )
        );
        for (var i = participle - 1; i >= 0; i--)
        {
            var token = clause.Tokens[i];
            if (token.Is(Sense.Measure))
            {
                // The stock moves as its market value does.
                return !MarketValues.IsWord(clause.Word(token));
            }

            if (
                token.IsStop
                || token.IsName
                || token.Is(Price | Sense.Open | Sense.High | Sense.Low | Sense.Moment)
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>營收570.1億美元(+62%): the sum's own change.</summary>
    private static bool IsBracketedBehind(Clause clause, int at) =>
        at > 0
        && clause.Figures[at - 1] is { Unit: FigureUnit.Other } sum
        && clause
            .Text[clause.Tokens[sum.Last].End..clause.Tokens[clause.Figures[at].First].Start]
            .Trim()
            is "("
                or "（"
                or "(+"
                or "（+"
                or "(-"
                or "（-"
        && !MarketValues.Are(clause, sum);

    /// <summary>"rising 207% to $1.21 billion".</summary>
    private static bool IsToASum(Clause clause, int at) =>
        at + 1 < clause.Figures.Count
        && clause.Figures[at + 1] is { Unit: FigureUnit.Other } sum
        && clause.Joined(at)
        && !MarketValues.IsTrillions(clause, sum)
        && sum.First - clause.Figures[at].Last is 2 or 3
        && clause.Tokens[clause.Figures[at].Last + 1].Is(Sense.To);

    /// <summary>"$2.0 billion, up 54%", "$26.04 billion, a gain of 262%"; what a market value lost is the stock's own move.</summary>
    private static bool IsOfSumBefore(Clause clause, int at)
    {
        if (
            at == 0
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Other } sum
            || !(
                DependentChanges.Are(clause, clause.Figures[at])
                || IsCut(clause, sum, clause.Figures[at])
            )
        )
        {
            return false;
        }

        var from = sum.Last + 1;
        var between = clause.Tokens.GetRange(from, clause.Figures[at].First - from);
        return between.Count is > 0 and <= 6
            && !between.Exists(t => t.IsName || t.Is(Price | Sense.Separator) || t.IsStop)
            && !MarketValues.Are(clause, sum);
    }

    /// <summary>营收预期下调至22亿美元，降幅大约19%</summary>
    private static bool IsCut(Clause clause, Figure sum, Figure figure) =>
        clause.Nearest(figure, Sense.Up | Sense.Down) is { Before: true, Token: var noun }
        && clause.Text[noun.End - 1] == '幅'
        && PlainCharacters.Of(
            clause.Text.AsSpan(
                Math.Max(0, clause.Tokens[sum.First].Start - 4),
                Math.Min(4, clause.Tokens[sum.First].Start)
            )
        )
            is var words
        && (
            words.Contains("下调", StringComparison.Ordinal)
            || words.Contains("上调", StringComparison.Ordinal)
            || words.Contains("营收", StringComparison.Ordinal)
            || words.Contains("利润", StringComparison.Ordinal)
        );

    /// <summary>"Revenue more than tripled, rising 207%": the sentence is about the measure.</summary>
    private static bool IsOfSubject(Clause clause, int at)
    {
        var figure = clause.Figures[at];
        if (!DependentChanges.Are(clause, figure))
        {
            return false;
        }

        var moved = false;
        var measure = false;
        var nearest = 0;
        for (var i = figure.First - 1; i >= 0; i--)
        {
            var token = clause.Tokens[i];
            if (measure && (token.IsName || token.Is(Sense.Share | Sense.Pronoun)))
            {
                // "Nvidia slid on new tariffs, falling 7%" is Nvidia's fall; "Nvidia's revenue tripled, rising 207%" isn't.
                // "Nvidia was the heaviest weight on the market, sinking 3.7%" is Nvidia's too.
                return !moved && nearest - i <= SubjectWords;
            }

            if (measure && (token.Sort == TokenSort.Break || token.Is(Sense.Separator)))
            {
                return !moved;
            }

            if (
                token.IsName
                || token.Is(Price | Sense.Separator)
                || token.IsStop
                || (token.IsNumber && token.Is(Sense.Percent))
            )
            {
                return false;
            }

            nearest = token.Is(Sense.Measure) ? i : nearest;
            measure |= token.Is(Sense.Measure);
            moved |= measure && token.Is(Sense.Up | Sense.Down);
        }

        return measure && !moved;
    }
}
