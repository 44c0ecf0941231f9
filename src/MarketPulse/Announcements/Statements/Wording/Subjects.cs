namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells whose figure a figure is: a listing's symbol, <c>^</c> for an index, <c>-</c> for anything else.</summary>
internal static class Subjects
{
    private const string Unlisted = "-";
    private const string Broad = "^";

    /// <summary>Whose each figure is; null where nobody is named and there is no topic.</summary>
    /// <param name="topic">Whom the sentences before speak of.</param>
    /// <param name="main">Whom the whole article is about: "the chipmaker" is that one, whoever was named last.</param>
    public static string?[] Of(Clause clause, string? topic, string? main)
    {
        if (main is not null && clause.Tokens.Exists(t => NamesTrade(clause, t)))
        {
            topic = main;
        }

        var subjects = new string?[clause.Figures.Count];
        for (var f = 0; f < subjects.Length; f++)
        {
            subjects[f] =
                Own(clause, clause.Figures[f], topic) ?? Inherited(clause, subjects, f, topic);
        }

        SharedFigures.Assign(clause, subjects);
        return subjects;
    }

    /// <summary>"The chipmaker", 该芯片巨头: says what the company does.</summary>
    private static bool NamesTrade(Clause clause, Token token)
    {
        if (!token.Is(Sense.Pronoun))
        {
            return false;
        }

        var words = clause.Text.AsSpan(token.Start, token.End - token.Start);
        return words.Contains("chip", StringComparison.OrdinalIgnoreCase)
            || words.Contains("gpu", StringComparison.OrdinalIgnoreCase)
            || words.Contains("芯片", StringComparison.Ordinal)
            || words.Contains("晶片", StringComparison.Ordinal);
    }

    /// <summary>Whom the sentence is about, for those that follow; null where it names nobody.</summary>
    public static string? Topic(IEnumerable<Token> tokens) =>
        tokens
            .Select(t => t.Symbol)
            .FirstOrDefault(s => s is not null and not Broad and not Unlisted);

    private static string? Own(Clause clause, Figure figure, string? topic) =>
        BehindIts(clause, figure) ?? Before(clause, figure, topic) ?? Behind(clause, figure);

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
                return noun && clause.Tokens[(figure.Last + 1)..i].Exists(t => t.Is(Sense.In))
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
            if (token.IsName && !IsField(clause, i))
            {
                return Head(clause, figure, i) ?? Joint(clause, figure, i);
            }

            if (token.Is(Sense.Pronoun | Sense.Share))
            {
                return OfStock(clause, figure, i, topic);
            }

            if (IsUnknownName(clause, figure, i))
            {
                return Unlisted;
            }
        }

        return null;
    }

    /// <summary>In "Nvidia, AMD and Broadcom fell" each is the subject: the first of those named together is taken where they share the figure.</summary>
    private static string? Joint(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        var symbol = tokens[name].Symbol;
        var shares = tokens.Exists(t => t.Is(Sense.Respectively)) ? null : symbol;
        for (var i = name - 1; i >= figure.From; i--)
        {
            if (tokens[i].IsName)
            {
                // "Nvidia (NVDA)", "Nvidia Corp NVDA": one company named twice.
                shares = tokens[i].Symbol == symbol ? shares : tokens[i].Symbol + "," + shares;
            }
            else if (
                !(
                    tokens[i].Is(Sense.And)
                    || tokens[i].Sort == TokenSort.Break
                    || IsPossessive(clause, i)
                )
            )
            {
                break;
            }
        }

        // Only "A and B" share a figure; "A, B" may be an apposition.
        var joined = tokens[Math.Max(0, name - 1)].Is(Sense.And);
        return joined ? shares : symbol;
    }

    /// <summary>"Nvidia shares", "shares of AMD", "its shares", "the stock".</summary>
    private static string? OfStock(Clause clause, Figure figure, int at, string? topic)
    {
        var tokens = clause.Tokens;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (tokens[i].IsName)
            {
                return tokens[i].Symbol is Broad
                    ? topic
                    : Joint(clause, figure with { From = 0 }, i);
            }

            if (
                tokens[i].Sort is TokenSort.Capitalised or TokenSort.Capitals
                && tokens[at].Is(Sense.Share)
                && i > 0
                && at - i == 1
            )
            {
                return Unlisted;
            }

            if (FigureFinder.Parts(tokens[i]) && clause.Text[tokens[i].Start] is not (')' or '('))
            {
                break;
            }
        }

        // Before it in the sentence, else whom the article spoke of.
        return tokens
                .Take(at)
                .LastOrDefault(t => t.Symbol is not (null or Broad or Unlisted))
                .Symbol
            ?? topic;
    }

    private static string? Behind(Clause clause, Figure figure)
    {
        for (var i = figure.Last + 1; i < Math.Min(figure.To, figure.Last + 8); i++)
        {
            if (clause.Tokens[i].IsName)
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

    private static string? Inherited(Clause clause, string?[] subjects, int figure, string? topic)
    {
        for (var f = figure - 1; f >= 0; f--)
        {
            // An index has points, no dollars: "…, outpacing the S&P 500's 1.1% drop, to close at $115.43".
            if (
                subjects[f] is { } symbol
                && !(symbol == Broad && clause.Figures[figure].Unit == FigureUnit.Dollar)
            )
            {
                return symbol;
            }
        }

        return topic;
    }

    /// <summary>A name that isn't in the lexicon: "Wolfspeed jumped 12%", 某某涨3%.</summary>
    private static bool IsUnknownName(Clause clause, Figure figure, int at)
    {
        var token = clause.Tokens[at];
        var next = at + 1 < clause.Tokens.Count ? clause.Tokens[at + 1] : default;
        var verb = next.Is(Sense.Up | Sense.Down | Sense.Close) && at + 1 < figure.First;
        var itsVerb = verb && at + 3 >= figure.First;
        return token.Sort switch
        {
            TokenSort.Capitalised or TokenSort.Capitals => (at > 0 || IsFirstName(clause))
                && (verb || IsPossessive(clause, at + 1) || Apposed(clause, figure, at))
                && !IsTitle(clause, at),
            TokenSort.Characters => itsVerb
                && token.End - token.Start is >= 2 and <= 6
                && (at == figure.From || FigureFinder.Parts(clause.Tokens[at - 1]))
                && clause.Text[token.Start]
                    is not (
                        '受'
                        or '因'
                        or '在'
                        or '随'
                        or '隨'
                        or '由'
                        or '于'
                        or '於'
                        or '其'
                        or '致'
                        or '使'
                    ),
            _ => false,
        };
    }

    /// <summary>"Nvidia, the best performer in the Dow, rose 3%": an index that something is the first or worst of.</summary>
    private static bool IsField(Clause clause, int at)
    {
        if (clause.Tokens[at].Symbol != Broad || at < 2)
        {
            return false;
        }

        var within =
            clause.Tokens[at - 1].Is(Sense.In)
            || (clause.Tokens[at - 2].Is(Sense.In) && clause.Tokens[at - 1].Sort == TokenSort.Word);
        return within
            && clause.Tokens[Math.Max(0, at - 9)..at].Exists(t => t.Is(Sense.Superlative))
            && clause.Tokens[..at].Exists(t => t.Symbol is not (null or Broad));
    }

    /// <summary>"Nebius, in which Nvidia holds a stake, slipped": the name before the aside, where the verb follows its second comma.</summary>
    private static string? Head(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        var verb = figure.First - 1;
        while (verb > name && !FigureFinder.Parts(tokens[verb]))
        {
            verb--;
        }

        if (
            !IsComma(clause, verb)
            || verb + 1 >= figure.First
            || !tokens[verb + 1].Is(Sense.Up | Sense.Down | Sense.Close | Sense.Open | Sense.Moment)
        )
        {
            return null;
        }

        for (var i = name - 1; i > figure.From; i--)
        {
            if (tokens[i].IsStop || tokens[i].IsNumber)
            {
                return null;
            }

            if (IsComma(clause, i) && i < name)
            {
                var head = tokens[i - 1];
                var sole = i < 2 || FigureFinder.Parts(tokens[i - 2]) || i - 1 == figure.From;
                return !sole || IsComma(clause, name - 1) && i == name - 1 && name + 1 == verb
                        ? null
                    : head.IsName ? head.Symbol
                    : head.Sort is TokenSort.Capitalised or TokenSort.Capitals ? Unlisted
                    : null;
            }
        }

        return null;
    }

    private static bool IsComma(Clause clause, int at) =>
        clause.Tokens[at].Sort == TokenSort.Break && clause.Text[clause.Tokens[at].Start] == ',';

    /// <summary>Whether a sentence's first word, not in the lexicon, can be a company: "Walmart rose"; not "It rose", "Still rose".</summary>
    private static bool IsFirstName(Clause clause)
    {
        var word = clause.Text[clause.Tokens[0].Start..clause.Tokens[0].End];
        return word.Length > 2
            && !word.EndsWith("ly", StringComparison.Ordinal)
            && !NoNames.Contains(word);
    }

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "They",
        "That",
        "This",
        "These",
        "Those",
        "Which",
        "What",
        "She",
        "The",
        "Still",
        "Then",
        "Later",
        "Also",
        "Again",
        "Now",
        "Only",
        "Just",
        "Meanwhile",
        "There",
        "Trading",
        "Momentum",
        "One",
        "Sie",
        "Der",
        "Die",
        "Das",
        "Dabei",
        "Dann",
        "Danach",
        "Damit",
        "Dort",
        "Zuvor",
        "Und",
        "Auch",
        "Having",
        "With",
        "Yet",
        "Instead",
        "Overall",
        "Price",
        "Change",
        "Previously",
        "Prices",
        "Volume",
        "Sellers",
        "Buyers",
        "Bulls",
        "Bears",
    };

    /// <summary>"Walmart, by contrast, rose 6.5%".</summary>
    private static bool Apposed(Clause clause, Figure figure, int at)
    {
        if (at + 1 >= figure.First || !IsComma(clause, at + 1))
        {
            return false;
        }

        for (var i = at + 2; i < Math.Min(figure.First, at + 6); i++)
        {
            if (IsComma(clause, i))
            {
                return i + 1 < figure.First
                    && clause.Tokens[i + 1].Is(Sense.Up | Sense.Down | Sense.Close);
            }
        }

        return false;
    }

    private static bool IsTitle(Clause clause, int at) =>
        at + 1 < clause.Tokens.Count && clause.Text[clause.Tokens[at].End - 1] == '.';

    private static bool IsPossessive(Clause clause, int at) =>
        at < clause.Tokens.Count
        && clause.Tokens[at] is { Sort: TokenSort.Other } t
        && clause.Text[t.Start] is '\'' or '’';
}
