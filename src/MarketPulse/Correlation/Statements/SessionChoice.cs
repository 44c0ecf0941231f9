using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Chooses the session that a group of statements is of.</summary>
internal static class SessionChoice
{
    /// <summary>Changes from here on, in per cent, are rare enough for a round one to tell a session.</summary>
    private const double Rare = 10;

    /// <summary>Days that a text may follow its session by: a weekend and a holiday.</summary>
    private const int DaysOfWeekend = 4;

    /// <summary>The session among the candidates; null where it can't be told.</summary>
    /// <remarks>
    /// The first that every figure fits. Else, where no other day can be meant, the one that most figures fit. Else the first
    /// that a figure of two decimals fits, or that all figures are near: then it is that day, and what differs is wrong.
    /// </remarks>
    public static DateOnly? Among(CandidateDays days, StatementGroup group, SessionJudge judge)
    {
        var tried = days
            .Sessions.Select(day => (Day: day, Judged: Judged(group, judge, day)))
            .ToList();
        var known = tried.Where(t => t.Judged.Count > 0).ToList();
        if (known.Count == 0)
        {
            // Nothing to go by (a moment, pre-market, no bar): the likeliest day that can be meant is named.
            return tried.Count == 0 ? null
                : group.First.When.Sort == DateReferenceSort.Missing ? tried[0].Day
                : Possible(days, group, judge) ?? tried[0].Day;
        }

        var fits =
            First(
                known,
                t =>
                    t.Judged.TrueForAll(j => j.Judgement.Holds)
                    // From its open alone a change holds on many a day: so it tells only the likeliest.
                    && (
                        t.Day == tried[0].Day
                        || t.Judged.Exists(j => j.Judgement.Verdict == StatementVerdict.Confirmed)
                        || !t.Judged.Exists(j => j.Statement.IsChange)
                    )
            )
            ?? (
                days.Certain
                    ? Undecided(tried, group, judge)
                        ?? known
                            .OrderByDescending(t => t.Judged.Count(j => j.Judgement.Holds))
                            .ThenByDescending(t => t.Judged.Count(j => j.Judgement.Near))
                            .ThenBy(t =>
                                t.Judged.Count(j =>
                                    j.Judgement.Verdict == StatementVerdict.Contradicted
                                )
                            )
                            .First()
                            .Day
                    : null
            );
        if (fits is { } fit && OnAnotherBase(tried, fit) && Moment(tried, fit, group) is { } moment)
        {
            return moment;
        }

        // From its open alone a change holds on many a day: that tells none but the likeliest.
        known.RemoveAll(t => t.Day != tried[0].Day && OnAnotherBase(tried, t.Day));
        return fits
            ?? First(
                known,
                t => t.Judged.Exists(j => j.Judgement.Holds && j.Statement.Decimals >= 2)
            )
            ?? First(known, t => t.Judged.TrueForAll(j => j.Judgement.Near))
            ?? OnlyHolding(known);
    }

    private static bool OnAnotherBase(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> tried,
        DateOnly day
    ) =>
        tried
            .Find(t => t.Day == day)
            .Judged.TrueForAll(j => j.Judgement.Verdict == StatementVerdict.ConfirmedOnAnotherBase);

    /// <summary>The likelier session that a quote of a moment lies in, where it would only hold for a later candidate on some other base.</summary>
    private static DateOnly? Moment(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> tried,
        DateOnly fit,
        StatementGroup group
    ) =>
        group.Members.All(m => m.Statement.OfMoment)
            ? tried
                .TakeWhile(t => t.Day != fit)
                .Where(t => t.Judged.Count == 0)
                .Select(t => (DateOnly?)t.Day)
                .FirstOrDefault()
            : null;

    /// <summary>The first session whose figures are near enough for no verdict: no other one is contradicted in its place.</summary>
    private static DateOnly? Undecided(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> tried,
        StatementGroup group,
        SessionJudge judge
    ) =>
        tried.Exists(t => t.Judged.Exists(j => j.Judgement.Holds))
            ? null
            : tried
                .Where(t =>
                    t.Judged.Count == 0
                    // No moment told beside them lies outside of it.
                    && group.Members.All(m =>
                        judge.Judge(m.Statement, t.Day).Verdict != StatementVerdict.Contradicted
                    )
                )
                .Select(t => (DateOnly?)t.Day)
                .FirstOrDefault();

    /// <summary>The first session that no moment among the figures lies outside of; null where there is none.</summary>
    private static DateOnly? Possible(
        CandidateDays days,
        StatementGroup group,
        SessionJudge judge
    ) =>
        days
            .Sessions.Where(day =>
                group.Members.All(m =>
                    judge.Judge(m.Statement, day).Verdict != StatementVerdict.Contradicted
                )
            )
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();

    /// <summary>
    /// The session that changes of the year so far are up to: the first that may be meant where one holds, else the last that
    /// the text tells of.
    /// </summary>
    /// <param name="told">Sessions that the text tells of.</param>
    public static DateOnly? OfYear(
        CandidateDays days,
        SortedSet<DateOnly> told,
        StatementGroup group,
        SessionJudge judge
    ) =>
        (days.Certain ? days.Sessions : told.Reverse().Concat(days.Sessions))
            .Where(day =>
                group.Members.Any(m =>
                    judge.Judge(m.Statement, day).Verdict == StatementVerdict.Confirmed
                )
            )
            .Select(day => (DateOnly?)day)
            .FirstOrDefault()
        ?? (
            told.Count > 0 && !days.Certain && !IsPast(told.Max, days) ? told.Max
            : days.Sessions.IsEmpty ? null
            : told.Count > 0 && !days.Certain ? days.Sessions.Max()
            : days.Sessions[0]
        );

    /// <summary>Whether the text was written so long after the last session that it tells of that its year so far needn't end there.</summary>
    private static bool IsPast(DateOnly told, CandidateDays days) =>
        !days.Sessions.IsEmpty && days.Sessions.Max() > told.AddDays(DaysOfWeekend);

    /// <summary>The likeliest session where a figure of some precision holds, if it holds on no other that may be meant.</summary>
    private static DateOnly? OnlyHolding(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> known
    )
    {
        var holding = known
            .Where(t =>
                t.Judged.Exists(j =>
                    j.Judgement.Verdict == StatementVerdict.Confirmed
                    && (
                        j.Statement.Bound == StatedBound.Exact
                            ? j.Statement.Decimals >= 1 || Math.Abs(j.Statement.Value) >= 100
                            // "Nearly 19%": few sessions moved that far.
                            : j.Statement.Unit == "%" && Math.Abs(j.Statement.Value) >= Rare
                    )
                )
            )
            .ToList();
        return holding is [var only] ? only.Day : null;
    }

    public static bool Tells(PriceStatement statement) =>
        statement.Field
            is PriceField.Close
                or PriceField.Open
                or PriceField.High
                or PriceField.Low
                or PriceField.Change;

    public static List<(PriceStatement Statement, Judgement Judgement)> Judged(
        StatementGroup group,
        SessionJudge judge,
        DateOnly day
    ) =>
        [
            .. group
                .Members.Where(m => Tells(m.Statement))
                .Select(m => (m.Statement, judge.Judge(m.Statement, day)))
                .Where(j => j.Item2.Decides),
        ];

    private static DateOnly? First(
        List<(DateOnly Day, List<(PriceStatement Statement, Judgement Judgement)> Judged)> tried,
        Predicate<(
            DateOnly Day,
            List<(PriceStatement Statement, Judgement Judgement)> Judged
        )> accepted
    ) => tried.Where(t => accepted(t)).Select(t => (DateOnly?)t.Day).FirstOrDefault();
}
