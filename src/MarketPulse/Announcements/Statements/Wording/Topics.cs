namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells whom a sentence leaves for those behind it to speak of.</summary>
internal static class Topics
{
    /// <summary>Whom the sentence is about, for those that follow; null where it names nobody.</summary>
    public static string? Of(IEnumerable<Token> tokens) =>
        tokens
            .Select(t => t.Symbol)
            .FirstOrDefault(s => s is not null and not Subjects.Broad and not Subjects.Unlisted);

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

    private static bool IsIt(Clause clause, Token token) =>
        token.Sort is TokenSort.Word or TokenSort.Capitalised
        && clause.Text[token.Start..token.End] is "it" or "It";

    /// <summary>"The S&amp;P 500 fell 0.5%. It ended the year higher": "it" is whom the sentence before began with.</summary>
    public static bool BeginWithIt(Clause clause) =>
        clause.Tokens.Count > 0
        && IsIt(clause, clause.Tokens[0])
        && !clause.Tokens.Exists(t => t.IsName);
}
