using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements.Doubts;

namespace MarketPulse.Correlation.Statements;

/// <summary>Checks one symbol's statements of one article: finds each group's session, then holds each figure against it.</summary>
internal sealed class SymbolCheck(SessionJudge judge, ArticleDays days)
{
    private readonly GroupDays _days = new(days);
    private readonly SessionVerdicts _verdicts = new(judge, days);
    private readonly Contradictions _doubts = new(judge, days);

    /// <summary>The session that the text last spoke of.</summary>
    private DateOnly? _spoken;

    /// <summary>Sessions that the text was found to speak of.</summary>
    private readonly SortedSet<DateOnly> _told = [];

    /// <summary>Fills the verdicts at the groups' places.</summary>
    public void Run(IReadOnlyList<StatementGroup> groups, CheckedStatement[] verdicts)
    {
        var open = new List<(StatementGroup Group, CandidateDays Days)>();
        // Changes of a year so far tell no day: they are of the sessions that the rest tells of.
        foreach (var group in groups.OrderBy(g => IsOfYear(g)))
        {
            var candidates = Candidates(group);
            if (candidates.Sessions.IsEmpty)
            {
                open.Add((group, candidates));
            }
            else
            {
                Settle(group, candidates, verdicts);
            }
        }

        // What names no day that can be told may still be told by its figures; that day then dates the rest of the text.
        var left = new List<StatementGroup>();
        foreach (var (group, candidates) in open)
        {
            if (FigureSearch.ByFigures(candidates, group, judge) is { } session)
            {
                _spoken ??= session;
                Conclude(group, candidates, session, byFigures: true, verdicts);
            }
            else
            {
                left.Add(group);
            }
        }

        foreach (var group in left)
        {
            var candidates = _spoken is null ? CandidateDays.Any : Candidates(group);
            if (candidates.Sessions.IsEmpty)
            {
                Leave(group, "No day is named, and the figures don't tell it.", verdicts);
            }
            else
            {
                Settle(group, candidates, verdicts);
            }
        }
    }

    /// <summary>Where the text says nowhere when it was written, what it speaks of elsewhere only hints at this group's day.</summary>
    private CandidateDays Candidates(StatementGroup group)
    {
        var candidates = _days.Of(group, _spoken);
        return days.HasOwn || group.First.When.Date is not null
            ? candidates
            : candidates with
            {
                Certain = candidates.Certain && group.First.When.Sort == DateReferenceSort.SameDay,
            };
    }

    private static bool IsOfYear(StatementGroup group) =>
        group.Members.All(m => m.Statement.Field == PriceField.YearToDate);

    private void Settle(StatementGroup group, CandidateDays candidates, CheckedStatement[] verdicts)
    {
        var chosen = IsOfYear(group)
            ? SessionChoice.OfYear(candidates, _told, group, judge)
            : SessionChoice.Among(candidates, group, judge);
        if (chosen is { } session)
        {
            _spoken = group.First.Field == PriceField.PreMarket ? _spoken : session;
            Conclude(group, candidates, session, byFigures: false, verdicts);
        }
        else
        {
            Leave(group, "Which day is meant can't be told.", verdicts);
        }
    }

    private void Conclude(
        StatementGroup group,
        CandidateDays candidates,
        DateOnly session,
        bool byFigures,
        CheckedStatement[] verdicts
    )
    {
        _verdicts.Fill(group, session, byFigures, verdicts);
        _doubts.Soften(group, candidates, session, verdicts);
        if (
            group.Members.Any(m =>
                verdicts[m.Place].Session == session
                && verdicts[m.Place].Statement.Field is PriceField.Close or PriceField.Change
            )
        )
        {
            _told.Add(session);
        }
    }

    private static void Leave(StatementGroup group, string reason, CheckedStatement[] verdicts)
    {
        foreach (var (place, statement) in group.Members)
        {
            verdicts[place] = PriceStatementChecker.Unchecked(statement, reason);
        }
    }
}
