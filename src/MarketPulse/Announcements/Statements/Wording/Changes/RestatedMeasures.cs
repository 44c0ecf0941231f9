using MarketPulse.Announcements.Statements.Wording.Figures;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells a change that is said of a sum before or behind it: "revenue of $26.04 billion, up 262%".</summary>
internal static class RestatedMeasures
{
    private const Sense Price =
        Sense.Share | Sense.Pronoun | Sense.Close | Sense.PreMarket | Sense.AfterHours;

    /// <summary>As far behind its company as a sentence's own subject stands ("Nvidia's data-center revenue").</summary>
    private const int SubjectWords = 5;

    public static bool IsSuch(Clause clause, int at) =>
        IsToASum(clause, at)
        || IsOfSumBefore(clause, at)
        || IsBracketedBehind(clause, at)
        || IsOfSubject(clause, at);

    /// <summary>"Net income surged 103% to $0.81", "expected to soar 74% to $8.29": the price is what moved, not the share's.</summary>
    public static bool IsSumOf(Clause clause, int at, Token? leading) =>
        at > 0
        && clause.Figures[at - 1] is { Unit: FigureUnit.Percent } change
        && clause.Joined(at - 1)
        && PriceWords.IsTo(leading)
        && (Measures.Own(clause, change) || clause.HasBefore(change, Sense.Hypothetical));

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
        && !IsMarketValue(clause, sum);

    /// <summary>"rising 207% to $1.21 billion".</summary>
    private static bool IsToASum(Clause clause, int at) =>
        at + 1 < clause.Figures.Count
        && clause.Figures[at + 1] is { Unit: FigureUnit.Other } sum
        && clause.Joined(at)
        && !IsTrillions(clause, sum)
        && sum.First - clause.Figures[at].Last is 2 or 3
        && clause.Tokens[clause.Figures[at].Last + 1].Is(Sense.To);

    /// <summary>"$2.0 billion, up 54%", "$26.04 billion, a gain of 262%"; what a market value lost is the stock's own move.</summary>
    private static bool IsOfSumBefore(Clause clause, int at)
    {
        if (
            at == 0
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Other } sum
            || !(Dependent(clause, clause.Figures[at]) || IsCut(clause, sum, clause.Figures[at]))
        )
        {
            return false;
        }

        var from = sum.Last + 1;
        var between = clause.Tokens.GetRange(from, clause.Figures[at].First - from);
        return between.Count is > 0 and <= 6
            && !between.Exists(t => t.IsName || t.Is(Price | Sense.Separator) || t.IsStop)
            && !IsMarketValue(clause, sum);
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
        if (!Dependent(clause, figure))
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

    /// <summary>Whether the change hangs on something said before ("up", "rising", "a gain of") rather than on a verb of its own.</summary>
    private static bool Dependent(Clause clause, Figure figure)
    {
        if (clause.Nearest(figure, Sense.Up | Sense.Down) is not { Before: true } found)
        {
            return false;
        }

        var word = clause.Word(found.Token);
        var place = clause.PlaceOf(found.Token);
        return word.EndsWith("ing", StringComparison.Ordinal)
            || word is "up" or "down" or "higher" or "lower" or "plus" or "minus"
            || (place + 1 < clause.Tokens.Count && clause.Word(place + 1) is "of" or "von");
    }

    /// <summary>"A market value of $2.526 trillion, reflecting a 6.06% increase": the stock's own move, by the moment that the value is of.</summary>
    public static bool IsOfMarketValue(Clause clause, int at) =>
        at > 0
        && clause.Figures[at - 1] is { Unit: FigureUnit.Other } sum
        && Dependent(clause, clause.Figures[at])
        && IsMarketValue(clause, sum);

    /// <summary>Trillions of dollars are a company's market value, whatever is said.</summary>
    private static bool IsTrillions(Clause clause, Figure sum) =>
        PlainCharacters
            .Of(
                clause.Text.AsSpan(
                    clause.Tokens[sum.First].Start,
                    clause.Tokens[sum.Last].End - clause.Tokens[sum.First].Start
                )
            )
            .Contains("trillion", StringComparison.Ordinal);

    private static bool IsMarketValue(Clause clause, Figure sum)
    {
        if (IsTrillions(clause, sum))
        {
            return true;
        }

        for (
            var i = Math.Max(0, sum.First - 8);
            i < Math.Min(clause.Tokens.Count, sum.Last + 6);
            i++
        )
        {
            var token = clause.Tokens[i];
            var words = clause.Word(token);
            if (
                words.StartsWith("market", StringComparison.OrdinalIgnoreCase)
                || words.StartsWith("valu", StringComparison.OrdinalIgnoreCase)
                || words.Contains("市值", StringComparison.Ordinal)
                || words.StartsWith("börsen", StringComparison.OrdinalIgnoreCase)
                || words.StartsWith("markt", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
