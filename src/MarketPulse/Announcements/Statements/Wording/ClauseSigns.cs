namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Tells signs of a sentence.</summary>
internal static class ClauseSigns
{
    /// <summary>Whether a comma stands at a place.</summary>
    public static bool IsComma(this Clause clause, int at) =>
        clause.Tokens[at].Sort == TokenSort.Break && clause.Text[clause.Tokens[at].Start] == ',';

    /// <summary>Whether an apostrophe stands at a place, which makes an owner of the name before it.</summary>
    public static bool IsPossessive(this Clause clause, int at) =>
        at < clause.Tokens.Count
        && clause.Tokens[at] is { Sort: TokenSort.Other } t
        && clause.Text[t.Start] is '\'' or '’';

    /// <summary>Whether the word at a place ends as an owner's does: "Tuesday's".</summary>
    public static bool EndsPossessive(this Clause clause, int at) =>
        clause.Word(at) is [.., '\'' or '’', 's'];

    /// <summary>Whether the name at a place owns what stands behind it: "Nvidia's", however its apostrophe was read.</summary>
    public static bool Owns(this Clause clause, int at) =>
        clause.IsPossessive(at + 1) || clause.EndsPossessive(at);

    /// <summary>Whether a list goes on at a place, with a comma before its "and" or without.</summary>
    public static bool IsAnd(this Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.And) || clause.IsAny(at, ", and");
}
