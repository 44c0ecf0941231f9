using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells the day that a figure right beside it belongs to: "Tuesday's 4% decline", "since July 9 at $134.91".</summary>
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
                && (clause.EndsPossessive(day.Last) || IsAt(clause, figure))
            )
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>"Despite results on Wednesday evening, it popped 6% in today's session": nearer than any day before; null where today isn't named so.</summary>
    public static NamedDay? TodayBehind(Clause clause, Figure figure)
    {
        foreach (var day in clause.Days)
        {
            if (day.Last < figure.First && day.Reference?.Sort == DateReferenceSort.Date)
            {
                // "11/25/2024 Nvidia's stock fell 4% today": that date's today.
                return null;
            }
        }

        return RightBehind(clause.Days, figure, DateReferenceSort.Today);
    }

    /// <summary>The first day of a sort that stands right behind the figure, one word between them at most; null where none does.</summary>
    public static NamedDay? RightBehind(List<NamedDay> days, Figure figure, DateReferenceSort sort)
    {
        foreach (var day in days)
        {
            if (
                day.First > figure.Last
                && day.First <= figure.Last + 2
                && day.Reference?.Sort == sort
            )
            {
                return day;
            }
        }

        return null;
    }

    private static bool IsAt(Clause clause, Figure figure) =>
        figure.Unit == FigureUnit.Dollar && clause.Word(figure.First - 1) is "at";
}
