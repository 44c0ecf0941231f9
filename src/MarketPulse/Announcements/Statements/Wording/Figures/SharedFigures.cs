using MarketPulse.Announcements.Statements.Wording.Names;
using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Figures;

/// <summary>Gives figures that are listed apart from their names to each in order: "Nvidia and AMD fell 3% and 2%, respectively".</summary>
internal static class SharedFigures
{
    /// <summary>Overwrites the subjects of such figures.</summary>
    public static void Assign(Clause clause, string?[] subjects)
    {
        var names = Names(clause);
        var respectively = clause.Respectively;
        if (names.Count == 0 && !respectively)
        {
            return;
        }

        for (var f = 0; f < subjects.Length; )
        {
            var end = RunEnd(clause, f);
            // The nearest list of names before the run, with as many members.
            var list = names.FindLast(n => n.Last < clause.Figures[f].First);
            var named =
                list.Symbols ?? (respectively ? Taken(clause, clause.Figures[f].First) : null);
            if (list.Symbols is { } pair && PairedFigures.Assign(clause, f, pair, subjects))
            {
                f += 4;
                continue;
            }

            if (end - f >= 2 && named is { Count: >= 2 } symbols)
            {
                for (var i = f; i < end; i++)
                {
                    subjects[i] =
                        symbols.Count == end - f ? symbols[i - f]
                        : respectively ? Subjects.Unlisted
                        : subjects[i];
                }
            }

            f = Math.Max(end, f + 1);
        }
    }

    /// <summary>英伟达涨3%，特斯拉涨6%，今年这两只股票分别上涨181%和71%: as many as were told before, in their order; null where they aren't.</summary>
    private static List<string>? Taken(Clause clause, int before)
    {
        var both = clause.Tokens.FindLastIndex(
            before,
            t =>
                t.Sort == TokenSort.Characters
                && PlainCharacters.Of(clause.Word(t)) is var words
                && (
                    words.Contains("这两", StringComparison.Ordinal)
                    || words.Contains("两者", StringComparison.Ordinal)
                    || words.Contains("二者", StringComparison.Ordinal)
                )
        );
        if (both < 0)
        {
            return null;
        }

        var named = clause
            .Tokens[..both]
            .Where(t => t.Symbol is not (null or Subjects.Broad))
            .Select(t => t.Symbol!)
            .Distinct()
            .ToList();
        return named.Count == 2 ? named : null;
    }

    /// <summary>The figure after the last of a run of one unit with nothing but commas and "and" between.</summary>
    private static int RunEnd(Clause clause, int from)
    {
        var end = from + 1;
        while (
            end < clause.Figures.Count
            && clause.Figures[end].Unit == clause.Figures[from].Unit
            && clause.Figures[from].Unit is FigureUnit.Percent or FigureUnit.Dollar
            && clause.Figures[end].First - clause.Figures[end - 1].Last is > 1 and <= 4
            && Enumerable
                .Range(
                    clause.Figures[end - 1].Last + 1,
                    clause.Figures[end].First - clause.Figures[end - 1].Last - 1
                )
                .All(i =>
                    clause.IsAnd(i)
                    || clause.Tokens[i].Is(Sense.About | Sense.Nearly | Sense.MoreThan)
                    // "Were up 1.1%, down 0.3% and up 2.7%, respectively".
                    || (clause.Respectively && clause.Tokens[i].Is(Sense.Up | Sense.Down))
                    || (
                        clause.Tokens[i].Sort == TokenSort.Break
                        && clause.Text[clause.Tokens[i].Start] is ',' or '、' or '，'
                    )
                )
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>Lists of names: "Nvidia, AMD and Broadcom".</summary>
    private static List<(List<string> Symbols, int Last)> Names(Clause clause)
    {
        var lists = new List<(List<string> Symbols, int Last)>();
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (!IsName(clause, i))
            {
                continue;
            }

            var symbols = new List<string> { clause.Tokens[i].Symbol ?? Subjects.Unlisted };
            var (last, parted) = (i, false);
            for (var next = i + 1; next < clause.Tokens.Count && next <= last + 4; next++)
            {
                var token = clause.Tokens[next];
                if (IsName(clause, next))
                {
                    // "NVIDIA Corp. NVDA": one company named twice.
                    // 标普500指数和纳指: two indices have one symbol.
                    if (
                        token.Symbol is null
                        || token.Symbol != symbols[^1]
                        || (parted && token.Symbol is Subjects.Broad or Subjects.Unlisted)
                    )
                    {
                        symbols.Add(token.Symbol ?? Subjects.Unlisted);
                    }

                    (last, parted) = (next, false);
                }
                else if (
                    !clause.IsAnd(next)
                    && !IsSuffix(clause, next)
                    // "NVIDIA (NVDA), Advanced Micro Devices (AMD) and Intel (INTC)".
                    && clause.Text[token.Start] is not ('(' or ')')
                    && !(
                        token.Sort == TokenSort.Break
                        && clause.Text[token.Start] is ',' or '、' or '，'
                    )
                )
                {
                    break;
                }
                else
                {
                    parted |=
                        !IsSuffix(clause, next) && clause.Text[token.Start] is not ('(' or ')');
                }
            }

            if (symbols.Count > 1)
            {
                lists.Add((symbols, last));
            }

            i = last;
        }

        return lists;
    }

    private static bool IsName(Clause clause, int at) =>
        clause.Tokens[at].IsName
        || (clause.Tokens[at].Sort == TokenSort.Capitalised && at > 0 && !IsSuffix(clause, at));

    /// <summary>"Advanced Micro Devices Inc. AMD": what companies are called behind their names, and its stop.</summary>
    private static bool IsSuffix(Clause clause, int at) =>
        clause.Word(at) is "Inc" or "Corp" or "Co" or "Ltd" or "Corporation" or "Company" or ".";
}
