using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Checks one symbol's statements of one article: finds each group's session, then holds each figure against it.</summary>
internal sealed class SymbolCheck(SessionJudge judge, ArticleDays days)
{
    private readonly GroupDays _days = new(days);
    private readonly FairDoubts _doubts = new(judge, days);

    private DateOnly? _spoken;

    /// <summary>Sessions that some figure of the text was right for.</summary>
    private readonly HashSet<DateOnly> _borneOut = [];

    /// <summary>Sessions that the text was found to speak of.</summary>
    private readonly SortedSet<DateOnly> _told = [];

    /// <summary>Sessions whose close the text tells, so that it was written after it.</summary>
    private readonly HashSet<DateOnly> _closed = [];

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
                Conclude(group, session, byFigures: true, verdicts);
                Soften(group, candidates, session, verdicts);
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

    private static PriceStatement? AsClose(PriceStatement statement) =>
        statement is { Field: PriceField.Intraday, OfMoment: true, Decimals: >= 2 }
            ? statement with
            {
                Field = statement.Unit == "%" ? PriceField.Change : PriceField.Close,
                Bound = StatedBound.Exact,
            }
            : null;

    private Judgement? Confirms(PriceStatement statement, DateOnly session) =>
        judge.Judge(statement, session) is { Verdict: StatementVerdict.Confirmed } judged
            ? judged
            : null;

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
            Conclude(group, session, byFigures: false, verdicts);
            Soften(group, candidates, session, verdicts);
        }
        else
        {
            Leave(group, "Which day is meant can't be told.", verdicts);
        }
    }

    private void Conclude(
        StatementGroup group,
        DateOnly session,
        bool byFigures,
        CheckedStatement[] verdicts
    )
    {
        // A price told beside the whole day's change is the day's close, whatever the words leave open.
        var full = group.Members.Any(m =>
            m.Statement.Field == PriceField.Change
            && (m.Statement.Decimals >= 1 || Math.Abs(m.Statement.Value) >= 5)
            && judge.Judge(m.Statement, session).Verdict == StatementVerdict.Confirmed
        );
        foreach (var (place, statement) in group.Members)
        {
            var ended =
                full || (statement.Field == PriceField.YearToDate && _closed.Contains(session));
            var judged = judge.Judge(
                ended ? statement with { OfMoment = false } : statement,
                session
            );
            if (
                judged.Verdict == StatementVerdict.Contradicted
                && statement.Unsettled
                && judge.Judge(statement with { OfMoment = true }, session)
                    is { Verdict: StatementVerdict.CannotCheck } moment
            )
            {
                judged = moment with { OfMoment = false };
            }

            if (
                days.Running == session
                && statement
                    is { Field: PriceField.Change, Unit: "%" }
                        or { Field: PriceField.Close, OfMoment: true }
                && judged.Verdict != StatementVerdict.Confirmed
            )
            {
                // Written while the session ran: what it tells of that day can only be of a moment.
                var live = statement with
                {
                    Field = PriceField.Intraday,
                    OfMoment = true,
                };
                verdicts[place] = CheckedStatement.Of(live, session, judge.Judge(live, session));
                continue;
            }

            if (
                judged.Verdict == StatementVerdict.Contradicted
                && _doubts.Of(statement, session) is { } doubt
            )
            {
                verdicts[place] = PriceStatementChecker.Unchecked(statement, doubt);
                continue;
            }

            var told = byFigures
                ? " The text doesn't settle the day; of all stored sessions only this one has its figures."
                : "";
            if (
                statement.Field == PriceField.YearToDate
                && _closed.Contains(session)
                && judged is { Verdict: StatementVerdict.Confirmed, Near: false }
            )
            {
                // Told beside that session's close, it isn't up to the one before: a figure that only holds so tells nothing.
                judged = Judgement.Unknown(
                    "It holds up to the session before, but the text tells of the close behind it."
                );
            }

            if (AsClose(statement) is { } close && Confirms(close, session) is { } closing)
            {
                // A quote of no certain hour that is the close to the cent.
                verdicts[place] = CheckedStatement.Of(
                    close with
                    {
                        Bound = statement.Bound,
                    },
                    session,
                    closing,
                    told
                );
                continue;
            }

            verdicts[place] = CheckedStatement.Of(
                judged.OfMoment ? statement with { Field = PriceField.Intraday } : statement,
                session,
                judged,
                told
            );
            if (statement.Field is PriceField.Close or PriceField.Change)
            {
                _told.Add(session);
            }

            if (statement.Field == PriceField.Close && judged.Verdict == StatementVerdict.Confirmed)
            {
                _closed.Add(session);
            }
        }
    }

    /// <summary>
    /// A moment or a year so far bears out no day: where the day isn't certain, nor borne out by another figure, it can't be
    /// told wrong.
    /// </summary>
    private void Soften(
        StatementGroup group,
        CandidateDays candidates,
        DateOnly session,
        CheckedStatement[] verdicts
    )
    {
        var told = group.Members.Any(m =>
            m.Statement.Field
                is PriceField.Close
                    or PriceField.Change
                    or PriceField.Open
                    or PriceField.High
                    or PriceField.Low
            && verdicts[m.Place].Verdict == StatementVerdict.Confirmed
        );
        if (told)
        {
            _borneOut.Add(session);
        }

        var borneOut = candidates.Certain || _borneOut.Contains(session);
        foreach (var (place, statement) in group.Members)
        {
            if (verdicts[place].Verdict != StatementVerdict.Contradicted)
            {
                continue;
            }

            var unclear =
                (!borneOut && statement.Field is PriceField.Intraday or PriceField.YearToDate)
                || (!told && statement is { Field: PriceField.Change, Unit: "USD" })
                // Without a day in the text or the sentence, what the rest speaks of is only a hint.
                || (!told && !days.HasOwn && statement.When.Sort == DateReferenceSort.Missing);
            if (unclear || FarOff.Is(verdicts[place], candidates.Certain))
            {
                verdicts[place] = PriceStatementChecker.Unchecked(
                    statement,
                    unclear
                        ? "Which day is meant can't be told."
                        : "It is so far from that session's figure that another day or span may be meant."
                );
            }
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
