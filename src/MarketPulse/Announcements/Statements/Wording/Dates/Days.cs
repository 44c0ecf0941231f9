using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells which of the days that a sentence names a figure is of.</summary>
internal static class Days
{
    /// <summary>The one among the figure's own words, else the last before them, else the sentence's first.</summary>
    public static DateReference Of(Clause clause, Figure figure, ReadingContext context)
    {
        if (RecalledDays.Of(clause, figure) is { } recalled)
        {
            return recalled;
        }

        // "Early Wednesday, to recover from Tuesday's 4% decline".
        if (
            (OwningDays.Of(clause, figure) ?? OwningDays.TodayBehind(clause, figure)) is { } owner
            && (owner.Reference ?? owner.Counted) is { } own
        )
        {
            return own;
        }

        var days = BaseDays.LeftOut(clause, figure);
        var day =
            AsOf(clause, days)
            // "Popped before reporting on Feb. 26, fell 8.5% the following session".
            ?? OwningDays.RightBehind(days, figure, DateReferenceSort.DayAfter)
            ?? PairedDays.Of(clause, figure, days)
            ?? ListedDays.Of(clause, figure, days)
            ?? PairedDays.OfNext(clause, figure, days)
            ?? days.LastOrDefault(d =>
                d.Last < figure.First
                && d.First >= figure.From
                && !Asides.Are(clause, figure, d)
                && !AsideDays.AreOfReason(clause, d)
                && !AsideDays.EndRelative(clause, figure, d)
            )
            ?? days.FirstOrDefault(d =>
                d.First > figure.Last && d.First < figure.To && !OtherDays.Are(clause, figure, d)
            )
            // "its 17% plunge the day before, and finished at $128.99": what is told goes on with its own day.
            ?? days.LastOrDefault(d =>
                d.Last < figure.First
                && !AsideDays.Are(clause, figure, d)
                && d.Reference!.Sort != DateReferenceSort.DayBefore
            )
            ?? days.LastOrDefault(d => d.Last < figure.First && !AsideDays.Are(clause, figure, d))
            ?? days.FirstOrDefault(d =>
                d.First > figure.Last
                && !OtherDays.Are(clause, figure, d)
                && !OtherDays.AreOfLater(clause, figure, d)
            );
        if (day?.Reference is not { } reference)
        {
            return DateReference.Missing;
        }

        var between = clause
            .Tokens.Skip(day.Last + 1)
            .Take(Math.Max(0, figure.First - day.Last - 1));
        return between.Any(t => t.Is(Sense.Announced))
            ? reference with
            {
                Loose = true,
            }
            : reference;
    }

    /// <summary>"As of June 7, 2024 (the last session before the split of June 10), …": the sentence's own date.</summary>
    private static NamedDay? AsOf(Clause clause, List<NamedDay> days) =>
        days is [{ Reference.Sort: DateReferenceSort.Date, First: <= 2 } first, _, ..]
        && clause.Text.AsSpan(clause.Tokens[0].Start).StartsWith("As of", StringComparison.Ordinal)
            ? first
            : null;
}
