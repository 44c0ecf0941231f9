using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days before a figure that an aside keeps to itself.</summary>
internal static class AsideDays
{
    /// <summary>"The shares, which ended Monday at $751.19, finished at …": a day of an aside is the aside's alone.</summary>
    public static bool Are(Clause clause, Figure figure, NamedDay day)
    {
        if (Asides.Are(clause, figure, day))
        {
            return true;
        }

        for (var i = day.First - 1; i >= Math.Max(0, day.First - 6); i--)
        {
            var token = clause.Tokens[i];
            if (
                clause.Word(token).Equals("after", StringComparison.OrdinalIgnoreCase)
                && i + 1 < day.First
                && clause.Tokens[i + 1].Is(Sense.Close | Sense.Up | Sense.Down)
            )
            {
                // "After closing on Friday at $1,208.88, it opened at …": the figures behind are of a later day.
                return true;
            }

            if (token.Is(Sense.Separator) && clause.Word(token) is "which" or "who")
            {
                return true;
            }

            if (token.Sort == TokenSort.Break)
            {
                return false;
            }
        }

        return false;
    }
}
