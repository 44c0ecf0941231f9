using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Hours;

/// <summary>Tells figures of a day of their own, which the part of the day told before them doesn't reach.</summary>
internal static class OtherDayParts
{
    public static bool Begin(Clause clause, int at) =>
        HasOwnDate(clause, clause.Figures[at]) || IsOfOtherDay(clause, at);

    /// <summary>"At one point it fell by more than 10%, near the 18.5% drop on March 16, 2020": the hour is the other day's.</summary>
    private static bool HasOwnDate(Clause clause, Figure figure) =>
        clause.Days.Exists(d =>
            (
                d.Reference is null or { Sort: DateReferenceSort.Date }
                && d.First > figure.Last
                && d.Last < figure.To
            )
            // "slumped 6.8% Thursday morning, extending Wednesday's 6.6% decline"
            || (
                d.Reference is { Sort: DateReferenceSort.Date or DateReferenceSort.Weekday }
                && d.First >= figure.From
                && d.Last == figure.First - 1
            )
        );

    /// <summary>周三盘后涨6%，周二跌2.81%: a day of its own behind the comma begins anew.</summary>
    private static bool IsOfOtherDay(Clause clause, int at) =>
        at > 0
        && clause.Figures[at] is var figure
        && clause.Days.Exists(d =>
            d.Reference
                is {
                    Sort: DateReferenceSort.Date
                        or DateReferenceSort.Weekday
                        or DateReferenceSort.WeekdayBefore
                        or DateReferenceSort.DayBefore
                }
            && d.First > clause.Figures[at - 1].Last
            && d.Last < figure.First
            && clause.Text[clause.Tokens[d.Last].End - 1] >= '\u2e80'
        );
}
