using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Searches all stored sessions for the one that figures are of, where the words name none.</summary>
internal static class FigureSearch
{
    /// <summary>How many figures must agree before the figures alone tell the day.</summary>
    private const int FiguresNeeded = 2;

    /// <summary>How far off, as a fraction, a wrong price may be and still name its session.</summary>
    private const double NearPrice = 0.002;

    /// <summary>Changes this near to each other, in per cent, don't tell one session from another.</summary>
    private const double Alike = 1;

    /// <summary>The one session of all stored ones that the figures fit; null where there is none or more than one.</summary>
    public static DateOnly? ByFigures(CandidateDays days, StatementGroup group, SessionJudge judge)
    {
        var needed =
            days.Dated && group.Members.Any(m => m.Statement.Decimals >= 2) ? 1 : FiguresNeeded;
        if (group.Members.Count(m => SessionChoice.Tells(m.Statement)) < needed)
        {
            return null;
        }

        var sessions = judge
            .Series.Bars.Where(b => days.Fits(b.Session))
            .Select(b => (Day: b.Session, Judged: SessionChoice.Judged(group, judge, b.Session)))
            .Where(t => t.Judged.Count >= needed)
            .ToList();
        var exact = sessions
            .Where(t => t.Judged.TrueForAll(j => j.Judgement.Verdict == StatementVerdict.Confirmed))
            .ToList();
        return exact.Count > 0
            ? exact.Count == 1
                ? exact[0].Day
                : null
            : Unmistakable(sessions) ?? (days.Dated ? Exact(sessions) : null);
    }

    /// <summary>Month and day are given: the only year in which a price of two decimals is that session's.</summary>
    private static DateOnly? Exact(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> sessions
    ) =>
        sessions
            .Where(t =>
                t.Judged.Exists(j =>
                    j.Statement is { Decimals: >= 2, Unit: "USD" }
                    && j.Judgement.Verdict == StatementVerdict.Confirmed
                )
            )
            .ToList()
            is [var only]
            ? only.Day
            : null;

    /// <summary>
    /// The one session of all with a change anywhere near the stated one, where the prices told beside it are near its own as traded: "fell 17% to
    /// $118.58" can be no other day, and the price is wrong. A change that other sessions had too tells no day.
    /// </summary>
    private static DateOnly? Unmistakable(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> sessions
    )
    {
        var moved = sessions
            .Where(t =>
                t.Judged.Exists(j =>
                    j.Statement is { Field: PriceField.Change, Unit: "%" }
                    && j.Judgement.Actual is { } change
                    && Math.Abs(change - j.Statement.Value) <= Alike
                )
            )
            .ToList();
        return
            moved is [var only]
            && only.Judged.Exists(j =>
                j.Statement.Unit == "%" && j.Judgement.Verdict == StatementVerdict.Confirmed
            )
            && only.Judged.TrueForAll(j =>
                j.Judgement.Verdict == StatementVerdict.Confirmed
                || (
                    j.Statement.Unit == "USD"
                    && j.Judgement.Actual is { } actual
                    && Math.Abs((j.Statement.Value / actual) - 1) <= NearPrice
                )
            )
            ? only.Day
            : null;
    }
}
