namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells years that are a change's span by themselves.</summary>
internal static class LoneYears
{
    public static bool Are(Clause clause, int at) => AreNamed(clause, at) || Ended(clause, at);

    /// <summary>2023年英伟达股价上涨近240%: a year alone.</summary>
    private static bool AreNamed(Clause clause, int at) =>
        clause.Tokens[at].Is(Sense.YearMark)
        && at > 0
        && clause.Tokens[at - 1] is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 }
        && !(at + 2 < clause.Tokens.Count && clause.Tokens[at + 2].Is(Sense.MonthMark));

    /// <summary>"Closed out 2024 with a 171% gain", "its 2024 gain of 171%".</summary>
    private static bool Ended(Clause clause, int at) =>
        clause.Tokens[at] is { IsNumber: true, Decimals: 0, Number: >= 1990 and <= 2100 } year
        && year.End - year.Start == 4
        && !clause.Days.Exists(d => d.First <= at && at <= d.Last)
        && (
            (at > 0 && clause.Tokens[at - 1].Is(Sense.Close))
            || (at + 1 < clause.Tokens.Count && clause.Tokens[at + 1].Is(Sense.Up | Sense.Down))
        );
}
