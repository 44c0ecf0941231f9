using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Changes;

/// <summary>Tells changes that are said of something before them.</summary>
internal static class DependentChanges
{
    /// <summary>Whether the change hangs on something said before ("up", "rising", "a gain of") rather than on a verb of its own.</summary>
    public static bool Are(Clause clause, Figure figure)
    {
        if (clause.Nearest(figure, Sense.Up | Sense.Down) is not { Before: true } found)
        {
            return false;
        }

        var word = clause.Word(found.Token);
        var place = clause.PlaceOf(found.Token);
        return word.EndsWith("ing", StringComparison.Ordinal)
            || word is "up" or "down" or "higher" or "lower" or "plus" or "minus"
            || (place + 1 < clause.Tokens.Count && clause.Word(place + 1) is "of" or "von");
    }
}
