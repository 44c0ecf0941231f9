using MarketPulse.Announcements.Statements.Wording.Figures;

namespace MarketPulse.Announcements.Statements.Wording.Dates;

/// <summary>Tells days that a sentence only looks back to: what it compares with, and what it says happened then.</summary>
internal static class RecalledDays
{
    /// <summary>"Its largest fall since May 31, 2023, when it lost 5.7%", "since the 18.5% drop on March 16, 2020": of the day that it is compared with.</summary>
    public static DateReference? Of(Clause clause, Figure figure)
    {
        var day = clause.Days.Find(d =>
            d.Counted is not null
            && (
                d.First > figure.Last
                    ? d.First <= figure.Last + 4
                        && clause
                            .Tokens[Math.Max(0, figure.First - 3)..figure.First]
                            .Exists(t =>
                                t.Is(Sense.Since | Sense.Period)
                                && clause
                                    .Word(t)
                                    .StartsWith("since", StringComparison.OrdinalIgnoreCase)
                            )
                    : d.First >= figure.From
                        && clause
                            .Tokens[(d.Last + 1)..figure.First]
                            .Exists(t => clause.Word(t) is "when" or "als")
            )
        );
        return day?.Counted;
    }

    /// <summary>"Its worst day since March 10, when it fell 5.1%": of a day that is only compared with.</summary>
    public static bool AreOnly(Clause clause, Figure figure)
    {
        if (IsRecalledMonth(clause, figure))
        {
            return true;
        }

        var day = clause.Days.FindLastIndex(d => d.Last < figure.First && d.Last >= figure.From);
        return day >= 0
            && clause.Days[day].Reference is null
            && (
                EndsSpan(clause, figure)
                || (
                    clause.Days[day].Counted is null
                    && clause
                        .Tokens[(clause.Days[day].Last + 1)..figure.First]
                        .Exists(t => t.Is(Sense.Separator) && clause.Word(t) is "when" or "als")
                )
            );
    }

    /// <summary>自2020年3月16日下跌18%以来</summary>
    private static bool EndsSpan(Clause clause, Figure figure) =>
        clause
            .Tokens.Skip(figure.Last + 1)
            .Take(4)
            .TakeWhile(t => t.Sort != TokenSort.Break)
            .Any(t => clause.Word(t) is "以来" or "以來");

    /// <summary>"The record set in November 2021, when shares finished above $333".</summary>
    private static bool IsRecalledMonth(Clause clause, Figure figure)
    {
        var when = clause.Tokens.FindLastIndex(
            figure.First,
            t => t.Is(Sense.Separator) && clause.Word(t) is "when" or "als"
        );
        return when > 1
            && when >= figure.From
            && clause
                .Tokens[Math.Max(0, when - 3)..when]
                .Exists(t =>
                    t.Is(Sense.Month)
                    && !clause.Days.Exists(d =>
                        clause.Tokens[d.First].Start <= t.Start
                        && t.Start <= clause.Tokens[d.Last].Start
                    )
                );
    }
}
