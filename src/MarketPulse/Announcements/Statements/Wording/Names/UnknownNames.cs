using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells names that no list has: "Wolfspeed jumped 12%", "Walmart, by contrast, rose".</summary>
internal static class UnknownNames
{
    /// <summary>A name that isn't in the lexicon: "Wolfspeed jumped 12%", 某某涨3%.</summary>
    public static bool Is(Clause clause, Figure figure, int at)
    {
        var token = clause.Tokens[at];
        var behind = BehindSuffix(clause, at);
        var next = behind < clause.Tokens.Count ? clause.Tokens[behind] : default;
        // "Letzter Schlusskurs": a noun of German is no verb.
        var verb =
            next.Is(Sense.Up | Sense.Down | Sense.Close)
            && behind < figure.First
            && !char.IsUpper(clause.Text[next.Start]);
        var itsVerb = verb && at + 3 >= figure.First;
        return token.Sort switch
        {
            TokenSort.Capitalised or TokenSort.Capitals => (at > 0 || IsFirstName(clause))
                && (
                    verb
                    || (clause.IsPossessive(at + 1) && OrdinaryWords.MayBeName(clause.Word(token)))
                    || Apposed(clause, figure, at)
                    || HasTicker(clause, figure, at)
                )
                && !IsTitle(clause, at)
                && !OrdinaryWords.HasGermanArticle(clause, at),
            TokenSort.Characters when HasCode(clause, at) => true,
            TokenSort.Characters => itsVerb
                && (token.End - token.Start is >= 2 and <= 6 || Firms.Are(clause, token))
                && (
                    at == figure.From
                    || (FigureFinder.Parts(clause.Tokens[at - 1]) && !EndsCode(clause, at - 1))
                )
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

    /// <summary>生物技術-1.82%, 电子+2.74%, "DUOL -22% today": what no list has, right before a signed change.</summary>
    public static bool AreTouching(Clause clause, Figure figure)
    {
        var at = BeforeSign(clause, figure);
        return figure.Token.Sign != 0
            && at >= 0
            && (IsCodeOfLine(clause, at) || IsCharactersOf(clause, figure, at));
    }

    private static bool IsCharactersOf(Clause clause, Figure figure, int at) =>
        clause.Tokens[at] is { Sort: TokenSort.Characters } name
        && name.End - name.Start is >= 2 and <= 8
        && name.End >= clause.Tokens[figure.First].Start - 1
        && (
            at == 0
            || clause.Tokens[at - 1].Sort
                is TokenSort.Break
                    or TokenSort.Number
                    or TokenSort.AttachedNumber
        );

    /// <summary>A ticker that begins a line; hours and spans are written so, too.</summary>
    private static bool IsCodeOfLine(Clause clause, int at) =>
        clause.Tokens[at] is { Sort: TokenSort.Capitals } code
        && code.End - code.Start is >= 3 and <= 5
        && (at == 0 || (at == 1 && clause.Tokens[0].Sort is TokenSort.Other or TokenSort.Break))
        && clause.Word(code)
            is not ("EOD" or "HOD" or "LOD" or "ATH" or "YOY" or "QOQ" or "MTD" or "QTD" or "WTD");

    /// <summary>The place before a figure and its sign; -1 where it begins the sentence.</summary>
    private static int BeforeSign(Clause clause, Figure figure)
    {
        var at = figure.First - 1;
        return at > 0 && clause.Tokens[at].Sort == TokenSort.Other ? at - 1 : at;
    }

    /// <summary>"Brighton Jones LLC (+12.4%)", "Alexion Pharmaceuticals, (-3.18 percent)": the change in brackets is of the name before it.</summary>
    public static bool IsBracketedBehind(Clause clause, Figure figure)
    {
        var at = BeforeSign(clause, figure);
        if (at < 1 || clause.Text[clause.Tokens[at].Start] != '(' || figure.Token.Sign == 0)
        {
            return false;
        }

        at--;
        if (at > 0 && clause.IsComma(at))
        {
            at--;
        }

        return clause.Tokens[at]
                is { Sort: TokenSort.Capitalised or TokenSort.Capitals, IsName: false }
            && OrdinaryWords.MayBeName(clause.Word(at))
            && !clause.Tokens[Math.Max(0, at - 3)..at].Exists(t => t.IsName);
    }

    /// <summary>"HP Inc. advanced": the place behind what companies are called behind their names.</summary>
    private static int BehindSuffix(Clause clause, int at)
    {
        var i = at + 1;
        while (
            i < clause.Tokens.Count
            && clause.Tokens[at].Sort is TokenSort.Capitalised or TokenSort.Capitals
            && clause.Word(i)
                is "Inc"
                    or "Inc."
                    or "Corp"
                    or "Corp."
                    or "Co"
                    or "Co."
                    or "Ltd"
                    or "Ltd."
                    or "LLC"
                    or "PLC"
                    or "plc"
                    or "Holdings"
                    or "Group"
                    or "."
        )
        {
            i++;
        }

        return i;
    }

    /// <summary>輝達 (NVDA-US)直接大漲: the bracket closes the name's own code.</summary>
    private static bool EndsCode(Clause clause, int at)
    {
        if (clause.Text[clause.Tokens[at].Start] is not (')' or '）'))
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(1, at - 6); i--)
        {
            if (clause.Text[clause.Tokens[i].Start] is '(' or '（')
            {
                // NVIDIA(輝達)(NVDA)最新收盤報190.53美元: a second bracket too.
                return clause.Tokens[i - 1].IsName || EndsCode(clause, i - 1);
            }
        }

        return false;
    }

    /// <summary>中芯(00981.HK), 工业富联（601138）: the code of an exchange stands behind it.</summary>
    private static bool HasCode(Clause clause, int at) =>
        at + 2 < clause.Tokens.Count
        && clause.Tokens[at + 1].Sort == TokenSort.Break
        && clause.Text[clause.Tokens[at + 1].Start] is '(' or '（'
        && clause.Tokens[at + 2] is { Sort: TokenSort.Number or TokenSort.AttachedNumber } code
        && code.End - code.Start >= 4;

    /// <summary>"Akash Network (AKT) fell", "ZoomInfo (NASDAQ: ZI), which surged": a ticker of its own stands behind it.</summary>
    private static bool HasTicker(Clause clause, Figure figure, int at)
    {
        if (
            at + 3 >= figure.First
            || clause.Text[clause.Tokens[at + 1].Start] != '('
            || OrdinaryWords.MayBeName(clause.Word(at)) is false
        )
        {
            return false;
        }

        for (var i = at + 2; i < Math.Min(figure.First, at + 6); i++)
        {
            var token = clause.Tokens[i];
            if (clause.Text[token.Start] == ')')
            {
                return clause.Tokens[i - 1] is { Sort: TokenSort.Capitals, IsName: false };
            }

            if (token.IsName && token.Symbol != Subjects.Broad)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence's first word, not in the lexicon, can be a company: "Walmart rose"; not "It rose", "Still rose".</summary>
    public static bool IsFirstName(Clause clause)
    {
        var word = clause.Word(0);
        return word.Length > 2
            && !word.EndsWith("ly", StringComparison.Ordinal)
            && OrdinaryWords.MayBeName(word);
    }

    /// <summary>"First Solar brought up the rear with a loss of 51%": a name of two words begins the sentence, and it names nobody else before the figure.</summary>
    public static bool Begins(Clause clause, Figure figure)
    {
        var tokens = clause.Tokens;
        return figure.First > 3
            && tokens[0].Sort is TokenSort.Capitalised or TokenSort.Known
            && char.IsUpper(clause.Text[tokens[0].Start])
            && tokens[0] is { IsName: false }
            && !tokens[0].Is(Sense.Month | Sense.Weekday | Sense.Pronoun | Sense.Share | Sense.In)
            && OrdinaryWords.MayBeName(clause.Word(0))
            && tokens[1].Sort == TokenSort.Capitalised
            && clause.Word(1) is not "Street"
            && tokens[2] is { Sort: TokenSort.Word or TokenSort.Known }
            && char.IsLower(clause.Text[tokens[2].Start])
            && !tokens[..figure.First].Exists(t => t.IsName || t.Is(Sense.Pronoun | Sense.Share));
    }

    /// <summary>"Walmart, by contrast, rose 6.5%".</summary>
    private static bool Apposed(Clause clause, Figure figure, int at)
    {
        if (at + 1 >= figure.First || !clause.IsComma(at + 1))
        {
            return false;
        }

        for (var i = at + 2; i < Math.Min(figure.First, at + 6); i++)
        {
            if (clause.IsComma(i))
            {
                return i + 1 < figure.First
                    && clause.Tokens[i + 1].Is(Sense.Up | Sense.Down | Sense.Close);
            }
        }

        return false;
    }

    private static bool IsTitle(Clause clause, int at) =>
        at + 1 < clause.Tokens.Count && clause.Text[clause.Tokens[at].End - 1] == '.';
}
