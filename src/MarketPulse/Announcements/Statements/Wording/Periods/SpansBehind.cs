using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells the span that the words behind a change name, which a comma ends.</summary>
internal static class SpansBehind
{
    public static Sense? Of(Clause clause, Figure figure) =>
        Own(clause, figure)
        ?? (
            // "Higher by 10.52% to $138.34 this week".
            figure.Unit == FigureUnit.Percent
            && clause.Joined(figure.Place)
            && clause.Figures[figure.Place + 1]
                is { Unit: FigureUnit.Dollar or FigureUnit.Bare } price
            && (price.Unit == FigureUnit.Dollar || price.Token.Decimals >= 1)
            && clause.Leading(price)?.Is(Sense.To) == true
            && Own(clause, price) is Sense.Period
                ? Sense.Period
                : null
        );

    private static Sense? Own(Clause clause, Figure figure)
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
                SpanWords.Begins(clause, i)
                || IsSinceThen(clause, i)
                || (
                    token.Is(Sense.Since)
                    && clause.Days.Exists(d => d.First - i is 1 or 2)
                    && !Comparisons.Are(clause, i)
                )
            )
            {
                return Sense.Period;
            }

            if (SpanWords.Of(clause, i) is { } span)
            {
                return span;
            }

            // "-16.5% (year to date)"; but "涨3.53%，结束连两日重挫" goes on to something else.
            if (comma && !token.Is(Sense.In | Sense.Filler))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"The stock has surged 34% since."</summary>
    private static bool IsSinceThen(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.Since)
        && clause.Tokens[at].IsAny(clause.Text, "since")
        && (at + 1 == clause.Tokens.Count || clause.Word(at + 1) is "." or "!");

    /// <summary>"Fell 3.4% as investors digested last week's results", "ahead of its quarterly results": spans behind are of something else.</summary>
    private static bool BeginsReason(Clause clause, int at)
    {
        var word = clause.Word(at);
        return word is "ahead"
            || (
                clause.Tokens[at].Is(Sense.Separator)
                && char.IsAsciiLetter(clause.Text[clause.Tokens[at].Start])
                && !word.StartsWith("compared", StringComparison.Ordinal)
                && word is not ("when" or "where" or "that")
            );
    }
}
