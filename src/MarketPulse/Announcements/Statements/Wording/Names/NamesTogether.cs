using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Finds whom a name stands for together with those before it: "Nvidia and AMD".</summary>
internal static class NamesTogether
{
    /// <summary>In "Nvidia, AMD and Broadcom fell" each is the subject: the first of those named together is taken where they share the figure.</summary>
    public static string? Joint(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        var symbol = tokens[name].Symbol;
        name = FirstOf(clause, figure, name);
        var shares = clause.Respectively && IsOfRun(clause, figure) ? null : symbol;
        // 英伟达、博通跌超16%: what the enumeration comma joins shares the figure.
        var enumerated = name > figure.From && IsEnumeration(clause, name - 1);
        for (var i = name - 1; i >= figure.From; i--)
        {
            if (enumerated && clause.IsComma(i) && !IsEnumeration(clause, i))
            {
                break;
            }

            if (tokens[i].IsName)
            {
                // "Nvidia (NVDA)", "Nvidia Corp NVDA": one company named twice.
                shares =
                    tokens[i].Symbol == symbol
                    || shares?.Split(',').Contains(tokens[i].Symbol) == true
                        ? shares
                        : tokens[i].Symbol + "," + shares;
            }
            else if (
                !(clause.IsAnd(i) || tokens[i].Sort == TokenSort.Break || clause.IsPossessive(i))
            )
            {
                break;
            }
        }

        if (
            !clause.Respectively
            && shares?.Count(c => c == ',') is >= 2
            && tokens[Math.Max(0, name - 1)].Sort == TokenSort.Break
        )
        {
            // "Oracle, Nvidia, Tesla, Alphabet fell more than 3%".
            return shares;
        }

        // Only "A and B" share a figure; "A, B" may be an apposition.
        var joined = enumerated || clause.IsAnd(Math.Max(0, name - 1));
        return joined ? shares : symbol;
    }

    /// <summary>特斯拉和英伟达分别下跌超过9%: one figure is of both; only several go to each in order.</summary>
    private static bool IsOfRun(Clause clause, Figure figure) =>
        IsBeside(clause, figure.Place - 1) || IsBeside(clause, figure.Place);

    private static bool IsBeside(Clause clause, int at) =>
        at >= 0
        && at + 1 < clause.Figures.Count
        && clause.Figures[at].Unit == clause.Figures[at + 1].Unit
        && clause.Figures[at + 1].First - clause.Figures[at].Last <= 5;

    /// <summary>輝達 (NVDA-US), "Nvidia NVDA.O and AMD AMD.O", 谷歌母公司 Alphabet: where a company begins that is named twice.</summary>
    private static int FirstOf(Clause clause, Figure figure, int name)
    {
        var tokens = clause.Tokens;
        for (var i = name - 1; i >= Math.Max(figure.From, name - 2); i--)
        {
            if (tokens[i].IsName)
            {
                return tokens[i].Symbol == tokens[name].Symbol ? i : name;
            }

            if (clause.Text[tokens[i].Start] is not ('(' or '（'))
            {
                break;
            }
        }

        return name;
    }

    /// <summary>英伟达、某某跌4%: the listed name that an unknown one is enumerated with; null where there is none.</summary>
    public static int? Enumerated(Clause clause, Figure figure, int unknown)
    {
        for (var i = unknown; i - 2 >= figure.From && IsEnumeration(clause, i - 1); i -= 2)
        {
            if (clause.Tokens[i - 2].IsName)
            {
                return i - 2;
            }
        }

        return null;
    }

    private static bool IsEnumeration(Clause clause, int at) =>
        clause.Text[clause.Tokens[at].Start] == '、';
}
