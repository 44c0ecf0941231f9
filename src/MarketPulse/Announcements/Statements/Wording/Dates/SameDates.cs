namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells weekdays that only say a full date again.</summary>
internal static class SameDates
{
    /// <summary>As far before its date as a move's beginning is told, in words.</summary>
    private const int Base = 7;

    /// <summary>"12/6/2024: … in early Friday trading": a weekday that is the full date's, said again.</summary>
    public static void Join(List<Token> tokens, List<NamedDay> days)
    {
        var date = days.Find(d =>
            d.Reference?.Date is not null
            // "Rising from $206.55 on Feb. 21, 2023 to $694.52 at Tuesday's close": what it rose from has a Tuesday of its own.
            && !tokens[Math.Max(0, d.First - Base)..d.First].Exists(t => t.Is(Sense.From))
        )?.Reference;
        for (var i = 0; i < days.Count; i++)
        {
            if (
                days[i].Reference is { Sort: DateReferenceSort.Weekday, Weekday: { } weekday }
                && date?.Date is { } full
                && full.DayOfWeek == weekday
            )
            {
                days[i] = days[i] with { Reference = date };
            }
        }
    }
}
