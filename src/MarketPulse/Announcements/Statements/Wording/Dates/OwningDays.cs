using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells the day that a move belongs to: "Tuesday's 4% decline".</summary>
internal static class OwningDays
{
    /// <summary>The day right before the figure, one word between them at most; null where none owns it.</summary>
    public static NamedDay? Of(Clause clause, Figure figure)
    {
        foreach (var day in clause.Days)
        {
            if (
                day.Last < figure.First
                && figure.First - day.Last <= 2
                && clause.EndsPossessive(day.Last)
            )
            {
                return day;
            }
        }

        return null;
    }
}
