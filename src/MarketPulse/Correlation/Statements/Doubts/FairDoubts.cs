using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements.Doubts;

/// <summary>Tells figures that don't fit the day that is taken for theirs, but that a careful reader wouldn't call wrong.</summary>
internal sealed class FairDoubts(SessionJudge judge, ArticleDays days)
{
    /// <summary>Sessions before and behind the one in question that a year so far may be up to.</summary>
    private const int Around = 5;

    /// <summary>Why the figure isn't told wrong; null where it is.</summary>
    public string? Of(PriceStatement statement, DateOnly session) =>
        !days.HadBegun(session) ? "The session had not begun when the text was published."
        : IsOfSessionBefore(statement, session)
            ? "It fits the session before: which day is meant can't be told."
        : statement is { Field: PriceField.Change, MayBeLive: true }
        && days.Own == session
        && !days.HadEnded(session)
        && LiesInside(statement, session)
            ? "The text is of that very day and tells no close: it may mean a moment of the session."
        : statement is { Field: PriceField.YearToDate } && LiesAround(statement, session)
            ? "It fits another session nearby: up to which day it is meant can't be told."
        : null;

    /// <summary>A change to a decimal, or a quote of no named day, that fits the session before: "up 3.1%" told before the bell is yesterday's.</summary>
    private bool IsOfSessionBefore(PriceStatement statement, DateOnly session)
    {
        var named = statement.When.Sort == DateReferenceSort.Date;
        return statement switch
        {
            { Field: PriceField.Change, Unit: "%", Decimals: >= 1 } when !named => judge
                .Judge(statement, TradingCalendar.Before(session))
                .Verdict == StatementVerdict.Confirmed,
            { Field: PriceField.Intraday, Unit: "USD", When.Sort: DateReferenceSort.Missing } =>
                judge.Judge(statement, TradingCalendar.Before(session)).Verdict
                    != StatementVerdict.Contradicted,
            _ => false,
        };
    }

    private bool LiesInside(PriceStatement statement, DateOnly session) =>
        judge
            .Judge(statement with { Field = PriceField.Intraday, OfMoment = true }, session)
            .Verdict == StatementVerdict.CannotCheck;

    /// <summary>A year so far that names no day of its own, inside what it was on some day about that one.</summary>
    private bool LiesAround(PriceStatement statement, DateOnly session)
    {
        if (statement.When.Sort == DateReferenceSort.Date)
        {
            return false;
        }

        var day = SessionSteps.Before(session, Around);
        var last = days.Coming ?? session;
        for (var i = 0; i <= 2 * Around && day <= last; i++)
        {
            if (day.Year == session.Year && Fits(statement, day))
            {
                return true;
            }

            day = TradingCalendar.After(day);
        }

        return false;
    }

    /// <summary>A whole number fits any day whose range holds it, one with decimals only a close.</summary>
    private bool Fits(PriceStatement statement, DateOnly day)
    {
        var verdict = judge
            .Judge(statement with { OfMoment = statement.Decimals == 0 }, day)
            .Verdict;
        return statement.Decimals == 0
            ? verdict != StatementVerdict.Contradicted
            : verdict == StatementVerdict.Confirmed;
    }
}
