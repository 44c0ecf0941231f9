using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds the statements of one group against the session that they are of.</summary>
internal sealed class SessionVerdicts(SessionJudge judge, ArticleDays days)
{
    /// <summary>Sessions whose close the text tells, so that it was written after it.</summary>
    private readonly HashSet<DateOnly> _closed = [];

    /// <summary>Fills the verdicts at the group's places.</summary>
    /// <param name="byFigures">Whether only the figures told the session.</param>
    public void Fill(
        StatementGroup group,
        DateOnly session,
        bool byFigures,
        CheckedStatement[] verdicts
    )
    {
        var told = byFigures
            ? " The text doesn't settle the day; of all stored sessions only this one has its figures."
            : "";
        var full = TellsWholeDay(group, session);
        foreach (var (place, statement) in group.Members)
        {
            var judged = Judge(statement, session, full);
            verdicts[place] =
                AsMoment(statement, session, judged)
                ?? AsClose(statement, session, told)
                ?? CheckedStatement.Of(
                    judged.OfMoment ? statement with { Field = PriceField.Intraday } : statement,
                    session,
                    judged,
                    told
                );
            if (statement.Field == PriceField.Close && judged.Verdict == StatementVerdict.Confirmed)
            {
                _closed.Add(session);
            }
        }
    }

    /// <summary>A price told beside the whole day's change is the day's close, whatever the words leave open.</summary>
    private bool TellsWholeDay(StatementGroup group, DateOnly session) =>
        group.Members.Any(m =>
            m.Statement.Field == PriceField.Change
            && (m.Statement.Decimals >= 1 || Math.Abs(m.Statement.Value) >= 5)
            && judge.Judge(m.Statement, session).Verdict == StatementVerdict.Confirmed
        );

    private Judgement Judge(PriceStatement statement, DateOnly session, bool full)
    {
        var closed = statement.Field == PriceField.YearToDate && _closed.Contains(session);
        var judged = judge.Judge(
            (full && statement.Unit != "%") || closed
                ? statement with
                {
                    OfMoment = false,
                }
                : statement,
            session
        );
        if (
            judged.Verdict == StatementVerdict.Contradicted
            && statement.Unsettled
            && judge.Judge(statement with { OfMoment = true }, session)
                is { Verdict: StatementVerdict.CannotCheck } moment
        )
        {
            return moment with { OfMoment = false };
        }

        return closed && judged is { Verdict: StatementVerdict.Confirmed, Near: false }
            // Told beside that session's close, it isn't up to the one before: a figure that only holds so tells nothing.
            ? Judgement.Unknown(
                "It holds up to the session before, but the text tells of the close behind it."
            )
            : judged;
    }

    /// <summary>What a text that was written while the session ran tells of that day can only be of a moment; null for any other.</summary>
    private CheckedStatement? AsMoment(PriceStatement statement, DateOnly session, Judgement judged)
    {
        if (
            days.Written.Running != session
            || judged.Verdict == StatementVerdict.Confirmed
            || statement
                is not (
                    { Field: PriceField.Change, Unit: "%" }
                    or { Field: PriceField.Close, OfMoment: true }
                )
        )
        {
            return null;
        }

        var live = statement with { Field = PriceField.Intraday, OfMoment = true };
        return CheckedStatement.Of(live, session, judge.Judge(live, session));
    }

    /// <summary>A quote of no certain hour that is the close to the cent; null where it isn't.</summary>
    private CheckedStatement? AsClose(PriceStatement statement, DateOnly session, string told)
    {
        if (statement is not { Field: PriceField.Intraday, OfMoment: true, Decimals: >= 2 })
        {
            return null;
        }

        var close = statement with
        {
            Field = statement.Unit == "%" ? PriceField.Change : PriceField.Close,
        };
        var judged = judge.Judge(close with { Bound = StatedBound.Exact }, session);
        return judged.Verdict == StatementVerdict.Confirmed
            ? CheckedStatement.Of(close, session, judged, told)
            : null;
    }
}
