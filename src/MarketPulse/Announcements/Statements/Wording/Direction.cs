namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Reads which way a change went.</summary>
internal static class Direction
{
    /// <summary>1 or −1, and the word that says so (null for a sign); null where nothing does.</summary>
    public static (int Sign, Token? Word)? Of(Clause clause, Figure figure)
    {
        var word = clause.Nearest(figure, Sense.Up | Sense.Down);
        if (figure.Token.Sign != 0 && word is not { Before: true })
        {
            // "NVDA -5.88, -3.15%, gapped up at the open"
            return (figure.Token.Sign, null);
        }

        return word is { Distance: <= 15 } found
            ? IsBehindComma(clause, figure, found) && Listed(clause, figure) is { } listed
                ? (Sign(listed), listed)
                : (Sign(Noun(clause, found.Token)), found.Token)
            : figure.Token.Sign != 0
                ? (figure.Token.Sign, null)
                : (Behind(clause, figure) ?? OfYear(clause, figure) ?? Elided(clause, figure))
                    is { } behind
                    ? (Sign(behind), behind)
                    : Continued(clause, figure) is { } continued
                        ? (Sign(continued), continued)
                        : IsPerformance(clause, figure)
                            ? (1, null)
                            : null;
    }

    /// <summary>As far back, in figures, as a verb that is said once for a list stands.</summary>
    private const int LongestList = 12;

    /// <summary>"Tesla lost 5.3%, Nvidia 3.4% and Meta 3.7%": the verb is said once.</summary>
    private static Token? Elided(Clause clause, Figure figure)
    {
        for (var at = figure.Place; at > Math.Max(0, figure.Place - LongestList); at--)
        {
            if (!IsNamedBehind(clause, at))
            {
                return null;
            }

            if (
                clause.Nearest(clause.Figures[at - 1], Sense.Up | Sense.Down) is
                { Before: true, Distance: <= 3 } verb
            )
            {
                return verb.Token;
            }
        }

        return null;
    }

    /// <summary>Whether nothing but a comma or "and" and a name stands between a change and the one before.</summary>
    private static bool IsNamedBehind(Clause clause, int at)
    {
        if (
            clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || clause.Figures[at].First - before.Last is < 3 or > 7
            || !(clause.Tokens[before.Last + 1].Is(Sense.And) || clause.IsComma(before.Last + 1))
        )
        {
            return false;
        }

        var named = false;
        for (var i = before.Last + 2; i < clause.Figures[at].First; i++)
        {
            var token = clause.Tokens[i];
            named |= token.IsName;
            if (
                !token.IsName
                && token.Sort is not (TokenSort.Capitalised or TokenSort.Capitals)
                && !token.Is(Sense.And)
            )
            {
                return false;
            }
        }

        return named;
    }

    /// <summary>"An 189.67% year-to-date (YTD) rally": the noun behind the span.</summary>
    private static Token? OfYear(Clause clause, Figure figure)
    {
        var year = false;
        for (
            var i = figure.Last + 1;
            i < Math.Min(clause.Tokens.Count, figure.Last + 7) && !clause.Tokens[i].IsNumber;
            i++
        )
        {
            var token = clause.Tokens[i];
            if (year && token.Is(Sense.Up | Sense.Down))
            {
                return token;
            }

            year |= token.Is(Sense.Ytd);
            if (token.Is(Sense.Separator | Sense.And) || token.IsStop)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>分别下跌7.94%和3.96%，相比于几十倍的涨幅: a word behind the comma says nothing of a listed figure.</summary>
    private static bool IsBehindComma(
        Clause clause,
        Figure figure,
        (Token Token, int Distance, bool Before) word
    ) =>
        !word.Before
        && clause.Text[word.Token.Start] >= '\u2e80'
        && clause
            .Tokens[(figure.Last + 1)..clause.PlaceOf(word.Token)]
            .Exists(t => t.Sort == TokenSort.Break);

    /// <summary>The word of the figure that this one is joined to by 和.</summary>
    private static Token? Listed(Clause clause, Figure figure)
    {
        if (
            figure.Place < 1
            || clause.Figures[figure.Place - 1] is not { Unit: FigureUnit.Percent } first
            || figure.First - first.Last is < 2 or > 3
            || !clause.Tokens[first.Last + 1].Is(Sense.And)
        )
        {
            return null;
        }

        return
            clause.Nearest(first, Sense.Up | Sense.Down) is { Before: true, Distance: <= 15 } found
            ? found.Token
            : null;
    }

    /// <summary>涨幅回落至4.98%: what the noun says of the change, not what became of it.</summary>
    private static Token Noun(Clause clause, Token word)
    {
        var at = clause.PlaceOf(word);
        if (
            at >= 3
            && clause.Tokens[at - 1].Sort == TokenSort.Break
            && clause.Text[clause.Tokens[at - 2].Start] is '收' or '缩' or '縮'
            && clause.Text[clause.Tokens[at - 3].End - 1] == '幅'
        )
        {
            // 涨幅收窄，降到0.6%
            at--;
        }

        for (var i = at - 1; i >= Math.Max(0, at - 3) && !FigureFinder.Parts(clause.Tokens[i]); i--)
        {
            var noun = clause.Tokens[i];
            if (noun.Is(Sense.Up | Sense.Down) && clause.Text[noun.End - 1] == '幅')
            {
                return noun;
            }

            if (!noun.Is(Sense.Filler | Sense.Intraday))
            {
                break;
            }
        }

        return word;
    }

    /// <summary>"rund 20 Prozent gewonnen, seit Jahresbeginn sind es 130 Prozent": the figure before went the same way.</summary>
    private static Token? Continued(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (
            at < 1
            || clause.Figures[at - 1] is not { Unit: FigureUnit.Percent } before
            || !clause.HasBeside(figure, Sense.Ytd)
            || clause.Tokens[(before.Last + 1)..figure.First].Exists(t => t.IsName)
        )
        {
            return null;
        }

        return clause.Nearest(before, Sense.Up | Sense.Down) is { Distance: <= 12 } found
            ? found.Token
            : null;
    }

    /// <summary>"Saw a change of 20.13% in year-to-date performance": a gain, where no sign says otherwise.</summary>
    private static bool IsPerformance(Clause clause, Figure figure) =>
        clause.HasBeside(figure, Sense.Ytd)
        && (IsPerformanceOf(clause, figure) || IsPerformanceBehind(clause, figure));

    /// <summary>"170% year-to-date return".</summary>
    private static bool IsPerformanceBehind(Clause clause, Figure figure) =>
        figure.Last + 2 < clause.Tokens.Count
        && clause.Tokens[figure.Last + 1].Is(Sense.Ytd)
        && clause.Word(figure.Last + 2) is "return" or "performance" or "change";

    private static bool IsPerformanceOf(Clause clause, Figure figure) =>
        figure.First > figure.From + 1
        && clause.Word(figure.First - 1) is "of" or "to"
        && clause.Word(figure.First - 2) is "change" or "return" or "performance";

    /// <summary>"um 0,7 Prozent auf 116,20 Dollar nach oben": behind the price that the change led to.</summary>
    private static Token? Behind(Clause clause, Figure figure)
    {
        var at = figure.Place;
        if (!clause.Joined(at))
        {
            return null;
        }

        var next = clause.Figures[at + 1].Last + 1;
        return
            clause.Figures[at + 1].Unit == FigureUnit.Dollar
            && next < clause.Tokens.Count
            && clause.Tokens[next].Is(Sense.Up | Sense.Down)
            ? clause.Tokens[next]
            : null;
    }

    public static int Sign(Token word) => word.Is(Sense.Down) ? -1 : 1;
}
