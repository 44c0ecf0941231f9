using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements.Doubts;

/// <summary>Tells figures that don't fit the day that is taken for theirs, but that a careful reader wouldn't call wrong.</summary>
internal sealed class FairDoubts(SessionJudge judge, ArticleDays days)
{
    /// <summary>Sessions before and behind the one in question that a year so far may be up to.</summary>
    private const int Around = 5;

    /// <summary>A change so many points off isn't that session's own, told wrong.</summary>
    private const double FarPoints = 1;

    /// <summary>A change of so many points is its day's even where it is told in whole ones.</summary>
    private const double LargeChange = 5;

    /// <summary>Why the figure isn't told wrong; null where it is.</summary>
    public string? Of(CheckedStatement held, DateOnly session) =>
        Of(held.Statement, session)
        ?? (
            IsFar(held) && TellsNoClose(held.Statement) && days.Written.IsOutside(session)
                ? "The text was published after that session's close: it may mean the hours behind it."
                : null
        );

    private string? Of(PriceStatement statement, DateOnly session) =>
        statement.OfPage ? "The page put the quote in: of which moment it is can't be told."
        : !days.Written.IsFromOpenOf(session)
            ? "The session had not begun when the text was published."
        : FitsBeside(statement, TradingCalendar.Before(session), dayBefore: true)
            ? "It fits the session before: which day is meant can't be told."
        : TradingCalendar.After(session) is var next
        && days.Written.IsFromOpenOf(next)
        && FitsBeside(statement, next, dayBefore: false)
            ? "It fits the session after: which day is meant can't be told."
        : OfOwnDay(statement, session);

    /// <summary>What a text may mean that was published on the day itself.</summary>
    private string? OfOwnDay(PriceStatement statement, DateOnly session)
    {
        if (statement.Field == PriceField.YearToDate && LiesAround(statement, session))
        {
            return "It fits another session nearby: up to which day it is meant can't be told.";
        }

        if (
            !(statement.MayBeLive || statement.Field == PriceField.YearToDate)
            || days.Own != session
            || days.Written.IsFromCloseOf(session)
            || !LiesInside(statement, session)
        )
        {
            return null;
        }

        return statement switch
        {
            { Field: PriceField.YearToDate } =>
                "The text is of that very day: it may mean a moment of the session.",
            { IsChange: true } =>
                "The text is of that very day and tells no close: it may mean a moment of the session.",
            _ => "The text is of that very day and tells no close: it may mean the extreme so far.",
        };
    }

    /// <summary>A slip of the session's own figure is smaller.</summary>
    private static bool IsFar(CheckedStatement held) =>
        held.Statement.Unit != "%"
        || held.Actual is not { } actual
        || Math.Abs(held.Statement.Value - actual) >= FarPoints;

    private static bool TellsNoClose(PriceStatement statement) =>
        statement.When.Sort is DateReferenceSort.Missing or DateReferenceSort.Today
        && (
            statement is { MayBeLive: true, IsChange: true }
            || statement.Field == PriceField.Intraday
        );

    /// <summary>
    /// A change to a decimal or a large one, or a quote of no named day, that fits the session beside: "up 3.1%" told before
    /// the bell is yesterday's, and a date may be of another zone than New York's.
    /// </summary>
    private bool FitsBeside(PriceStatement statement, DateOnly session, bool dayBefore) =>
        statement switch
        {
            { When.Sort: DateReferenceSort.Date } => false,
            { Field: PriceField.Change, Unit: "%" } => (
                statement.Decimals >= 1 || Math.Abs(statement.Value) >= LargeChange
            )
                && (dayBefore || statement.When.Sort != DateReferenceSort.Weekday)
                && judge.Judge(statement, session).Verdict == StatementVerdict.Confirmed,
            { Field: PriceField.Intraday, Unit: "USD" } => statement.When.Sort
                is DateReferenceSort.Missing
                    or DateReferenceSort.DayBefore
                && judge.Judge(statement, session).Verdict != StatementVerdict.Contradicted,
            _ => false,
        };

    /// <summary>Whether it may be of some moment of the session: a year so far up to it, anything else at it.</summary>
    private bool LiesInside(PriceStatement statement, DateOnly session)
    {
        var field =
            statement.Field == PriceField.YearToDate ? statement.Field : PriceField.Intraday;
        return judge.Judge(statement with { Field = field, OfMoment = true }, session).Verdict
            == StatementVerdict.CannotCheck;
    }

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
            if (day.Year == session.Year && FitsYearTo(statement, day))
            {
                return true;
            }

            day = TradingCalendar.After(day);
        }

        return false;
    }

    /// <summary>A whole number fits any day whose range holds it, one with decimals only a close.</summary>
    private bool FitsYearTo(PriceStatement statement, DateOnly day)
    {
        var verdict = judge
            .Judge(statement with { OfMoment = statement.Decimals == 0 }, day)
            .Verdict;
        return statement.Decimals == 0
            ? verdict != StatementVerdict.Contradicted
            : verdict == StatementVerdict.Confirmed;
    }
}
