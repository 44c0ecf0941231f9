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
}
