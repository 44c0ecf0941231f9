using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements.Doubts;

/// <summary>Lets a figure be called wrong only where no fair reading of its words makes it right.</summary>
internal sealed class Contradictions(SessionJudge judge, ArticleDays days)
{
    /// <summary>How far, as a fraction, an extreme may be off and still be meant for a session that is only likely.</summary>
    private const double LikelyExtreme = 0.005;

    private readonly FairDoubts _doubts = new(judge, days);
    private readonly Misreadings _misreadings = new(judge.Series);

    /// <summary>Sessions that some figure of the text was right for.</summary>
    private readonly HashSet<DateOnly> _borneOut = [];

    /// <summary>Turns the group's verdicts that don't hold into "can't be checked" where there is a doubt, and says which.</summary>
    /// <param name="session">The one that the verdicts are of.</param>
    public void Soften(
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

        foreach (var (place, statement) in group.Members)
        {
            if (verdicts[place] is not { Verdict: StatementVerdict.Contradicted } held)
            {
                continue;
            }

            if (OfDay(held, session, candidates.Certain, told) is { } unclear)
            {
                verdicts[place] = PriceStatementChecker.Unchecked(statement, unclear);
            }
            else if (
                (OfMoment(held, group, session, verdicts) ?? _misreadings.Of(held, session)) is
                { } misread
            )
            {
                // The day stands; what the figure is of doesn't.
                verdicts[place] = held with
                {
                    Verdict = StatementVerdict.CannotCheck,
                    Actual = null,
                    Reason = misread,
                };
            }
        }
    }

    /// <summary>"Is trading at $187.02, a decline of 0.32%": the change goes with that price, which is no close.</summary>
    private string? OfMoment(
        CheckedStatement held,
        StatementGroup group,
        DateOnly session,
        CheckedStatement[] verdicts
    ) =>
        held.Statement is { Field: PriceField.Change or PriceField.Intraday, Unit: "%" }
        && group.Members.Any(m =>
            m.Statement is { Unit: "USD", Field: PriceField.Close or PriceField.Intraday }
            && verdicts[m.Place].Verdict == StatementVerdict.CannotCheck
            && verdicts[m.Place].Session == session
            && judge.AreTogether(held.Statement, m.Statement, session)
        )
            ? "It goes with the price told beside it, which may be of a moment of the session."
            : null;

    private string? OfDay(CheckedStatement held, DateOnly session, bool certain, bool told) =>
        _doubts.Of(held, session)
        ?? (
            IsOfUncertainDay(held, session, certain, told) ? "Which day is meant can't be told."
            : FarOff.Is(held, certain)
                ? "It is so far from that session's figure that another day or span may be meant."
            : null
        );

    /// <summary>
    /// A moment, an extreme or a year so far bears out no day: where the day isn't certain, nor borne out by another figure, it can't be
    /// told wrong.
    /// </summary>
    private bool IsOfUncertainDay(CheckedStatement held, DateOnly session, bool certain, bool told)
    {
        var statement = held.Statement;
        return (
                (
                    statement.Field is PriceField.Intraday or PriceField.YearToDate
                    || (
                        statement.Field is PriceField.Open or PriceField.High or PriceField.Low
                        && IsOff(held, LikelyExtreme)
                    )
                )
                && !certain
                && !_borneOut.Contains(session)
            )
            || (!told && statement is { Field: PriceField.Change, Unit: "USD" })
            // Without a day in the text or the sentence, what the rest speaks of is only a hint.
            || (!told && !days.HasOwn && statement.When.Sort == DateReferenceSort.Missing);
    }

    private static bool IsOff(CheckedStatement held, double fraction) =>
        held.Actual is { } actual && Math.Abs((held.Statement.Value / actual) - 1) > fraction;
}
