using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells whose figure a figure is: a listing's symbol, <c>^</c> for an index, <c>-</c> for anything else.</summary>
internal static class Subjects
{
    public const string Unlisted = "-";
    public const string Broad = "^";

    /// <summary>Whose each figure is; null where nobody is named and there is no topic.</summary>
    /// <param name="topic">Whom the sentences before speak of.</param>
    /// <param name="main">Whom the whole article is about: "the chipmaker" is that one, whoever was named last.</param>
    public static string?[] Of(Clause clause, string? topic, string? main)
    {
        if (
            main is not null
            && (topic is null || Trades.HasChips(main))
            && clause.Tokens.Exists(t => Trades.Are(clause, t))
        )
        {
            topic = main;
        }

        var subjects = new string?[clause.Figures.Count];
        // Whom a figure without a name of its own takes over: the one before; an index has points, no dollars
        // ("…, outpacing the S&P 500's 1.1% drop, to close at $115.43").
        var (last, listed) = (topic, topic);
        for (var f = 0; f < subjects.Length; f++)
        {
            subjects[f] =
                Own(clause, clause.Figures[f], topic)
                ?? (clause.Figures[f].Unit == FigureUnit.Dollar ? listed : last);
            // 占标普500指数权重8%，周二上涨4.98%: the measure's index isn't whose the next figure is.
            last =
                subjects[f] == Broad && last is not null && Measures.Own(clause, clause.Figures[f])
                    ? last
                    : subjects[f] ?? last;
            listed = subjects[f] is { } symbol and not Broad ? symbol : listed;
        }

        SharedFigures.Assign(clause, subjects);
        return subjects;
    }

    private static string? Own(Clause clause, Figure figure, string? topic) =>
        AtWhich(clause, figure)
        ?? (
            UnknownNames.IsBracketedBehind(clause, figure)
            || UnknownNames.AreTouching(clause, figure)
                ? Unlisted
                : null
        )
        ?? InClauseOf(clause, figure)
        ?? BehindIts(clause, figure)
        ?? Before(clause, figure, topic)
        ?? Behind(clause, figure)
        ?? BehindLeadIn(clause, figure)
        ?? (UnknownNames.Begins(clause, figure) ? Unlisted : null);

    /// <summary>"the $24.90 at which Intel stock finished".</summary>
    private static string? AtWhich(Clause clause, Figure figure)
    {
        var at = figure.Last + 1;
        return at + 2 < clause.Tokens.Count && clause.Word(at + 1) is "which"
            ? clause.Tokens[at + 2].Symbol
            : null;
    }

    /// <summary>下跌2.1%的微软: the name right behind a figure that only describes it.</summary>
    private static string? InClauseOf(Clause clause, Figure figure)
    {
        var at = figure.Last + 1;
        return at + 1 < clause.Tokens.Count && clause.Word(at) is "的"
            ? clause.Tokens[at + 1].Symbol
            : null;
    }

    /// <summary>"the 1.1% drop in the S&amp;P 500": the name after the noun is nearer than any before.</summary>
    private static string? BehindIts(Clause clause, Figure figure)
    {
        var noun = false;
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 8); i++)
        {
            var token = clause.Tokens[i];
            noun |= token.Is(Sense.Up | Sense.Down);
            if (token.IsName)
            {
                return
                    noun
                    && clause
                        .Tokens[(figure.Last + 1)..i]
                        .Exists(t => t.Is(Sense.In) && !t.IsAny(clause.Text, "on", "by"))
                    ? token.Symbol
                    : null;
            }

            if (FigureFinder.Parts(token))
            {
                return null;
            }
        }

        return null;
    }

    private static string? Before(Clause clause, Figure figure, string? topic)
    {
        for (var i = figure.First - 1; i >= figure.From; i--)
        {
            var token = clause.Tokens[i];
            if (token.IsName && NamePlaces.IsLabel(clause, i))
            {
                continue;
            }

            if (token.IsName && Relations.Are(clause, i))
            {
                if (clause.IsComma(Math.Max(0, i - 1)))
                {
                    // "SK Hynix, Nvidia's most important supplier, went public": the name before the comma.
                    continue;
                }

                return Unlisted;
            }

            if (
                token.IsName
                && !NamePlaces.IsField(clause, i)
                && !OvertakenNames.ArePassed(clause, figure, i)
                && !OvertakenNames.Are(clause, token)
            )
            {
                if (Related.Describes(clause, figure, i))
                {
                    return Unlisted;
                }

                return AsideHeads.Of(clause, figure, i) ?? NamesTogether.Joint(clause, figure, i);
            }

            if (token.Is(Sense.Pronoun | Sense.Share))
            {
                return StockOwners.Of(clause, figure, i, topic);
            }

            if (UnknownNames.Is(clause, figure, i))
            {
                return NamesTogether.Enumerated(clause, figure, i) is { } name
                    ? NamesTogether.Joint(clause, figure, name)
                    : Unlisted;
            }
        }

        return null;
    }

    /// <summary>"After initially dropping nearly 10%, IonQ shares bounced back": whom the words behind the comma name.</summary>
    private static string? BehindLeadIn(Clause clause, Figure figure)
    {
        if (
            figure.Place > 0
            || !clause.IsAny(0, "after", "despite", "following", "having")
            || clause.Tokens[..figure.First].Exists(t => t.Is(Sense.Share | Sense.Pronoun))
        )
        {
            return null;
        }

        var comma = figure.Last + 1;
        if (comma + 2 >= clause.Tokens.Count || !clause.IsComma(comma))
        {
            return null;
        }

        var name = clause.Tokens[comma + 1];
        return name.IsName ? name.Symbol
            : name.Sort is TokenSort.Capitalised or TokenSort.Capitals
            && (clause.Tokens[comma + 2].Is(Sense.Share) || clause.IsPossessive(comma + 2))
                ? Unlisted
            : null;
    }

    private static string? Behind(Clause clause, Figure figure)
    {
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 8); i++)
        {
            // "Fell to $209.25 on sector rotation": common nouns there own nothing.
            if (
                clause.Tokens[i].IsName
                && !(
                    clause.Tokens[i].Symbol == Unlisted
                    && char.IsAsciiLetterLower(clause.Text[clause.Tokens[i].Start])
                )
            )
            {
                return clause.Tokens[i].Symbol;
            }

            if (FigureFinder.Parts(clause.Tokens[i]))
            {
                break;
            }
        }

        return null;
    }
}
