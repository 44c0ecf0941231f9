using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells whom a sentence leaves for those behind it to speak of.</summary>
internal static class Topics
{
    /// <summary>Whom the sentence is about, for those that follow; null where it names nobody.</summary>
    public static string? Of(IEnumerable<Token> tokens) =>
        tokens
            .Select(t => t.Symbol)
            .FirstOrDefault(s => s is not null and not Subjects.Broad and not Subjects.Unlisted);

    /// <summary>Whom the sentence leaves for the next: "one of Nvidia's top competitors, Advanced Micro Devices, slid" leaves the competitor.</summary>
    public static string? Of(Clause clause)
    {
        var first = clause.Tokens.FindIndex(t =>
            t.Symbol is not (null or Subjects.Broad or Subjects.Unlisted)
        );
        return first >= 0 && IsOwnerOfOther(clause, first)
            ? Of(clause.Tokens[(first + 1)..]) ?? clause.Tokens[first].Symbol
            : Of(clause.Tokens);
    }

    private static bool IsOwnerOfOther(Clause clause, int at)
    {
        for (var i = at + 1; i < Math.Min(clause.Tokens.Count, at + 5); i++)
        {
            if (
                clause.IsAny(
                    i,
                    "competitor",
                    "competitors",
                    "rival",
                    "rivals",
                    "peer",
                    "peers",
                    "supplier",
                    "suppliers",
                    "customer",
                    "customers",
                    "partner",
                    "partners"
                )
            )
            {
                return true;
            }

            if (
                clause.Tokens[i].Sort == TokenSort.Break
                || clause.Tokens[i].IsName && clause.Tokens[i].Symbol != Subjects.Unlisted
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence speaks of the company before as such ("the group", "it", 该公司) before it names another.</summary>
    public static bool GoesOn(Clause clause)
    {
        foreach (var token in clause.Tokens)
        {
            if (token.Is(Sense.Pronoun) || IsIt(clause, token))
            {
                return true;
            }

            if (token.Symbol is not (null or Subjects.Broad or Subjects.Unlisted))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"That compares with 65% for Alphabet", AMD同日跌3%, "AMD raised its outlook, and Microsoft …": others that the main company is only seen beside.</summary>
    public static bool OnlyCompares(Clause clause, string main)
    {
        var named = clause
            .Tokens.Select(t => t.Symbol)
            .Where(s => s is not (null or Subjects.Broad or Subjects.Unlisted))
            .Distinct()
            .ToList();
        return !named.Contains(main)
            && (AreApart(clause) || clause.Tokens.Exists(t => Compares(clause, t)));
    }

    /// <summary>AMD上调指引,微软亦表示…: several, each in a part of its own; "Nvidia passed Apple" is about the first.</summary>
    private static bool AreApart(Clause clause)
    {
        var names = clause.Tokens.FindAll(t =>
            t.Symbol is not (null or Subjects.Broad or Subjects.Unlisted)
        );
        var other = names.FindIndex(t => t.Symbol != names[0].Symbol);
        return other > 0
            && clause.Tokens.Exists(t =>
                t.Sort == TokenSort.Break && t.Start > names[0].End && t.Start < names[other].Start
            );
    }

    private static bool Compares(Clause clause, Token token) =>
        PlainCharacters.Of(clause.Word(token))
            is "compares"
                or "compares with"
                or "compares to"
                or "对比"
                or "同日"
                or "同一天"
                or "同期";

    private static bool IsIt(Clause clause, Token token) =>
        token.Sort is TokenSort.Word or TokenSort.Capitalised && clause.Word(token) is "it" or "It";

    /// <summary>"The S&amp;P 500 fell 0.5%. It ended the year higher": "it" is whom the sentence before began with.</summary>
    public static bool BeginWithIt(Clause clause) =>
        clause.Tokens.Count > 0
        && IsIt(clause, clause.Tokens[0])
        && !clause.Tokens.Exists(t => t.IsName);
}
