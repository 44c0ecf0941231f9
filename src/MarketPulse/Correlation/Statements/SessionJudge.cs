using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds one statement against one session's bar.</summary>
internal sealed class SessionJudge(PriceSeries series)
{
    /// <summary>A price this near (a fraction) is of the session that is meant, even where it is wrong.</summary>
    private const double NearPrice = 0.006;

    /// <summary>What files may have rounded a price by, as a fraction of it.</summary>
    private const double FileRounding = 2e-6;

    private readonly ShareBases _bases = new(series);

    public PriceSeries Series => series;

    /// <summary>The verdict if the statement is of that session.</summary>
    public Judgement Judge(PriceStatement statement, DateOnly session)
    {
        var index = series.IndexOf(session);
        return statement.Field switch
        {
            PriceField.PreMarket => Judgement.Unknown("Pre-market quotes aren't in daily bars."),
            PriceField.AfterHours => Judgement.Unknown("After-hours quotes aren't in daily bars."),
            _ when index < 0 => Judgement.Unknown(NoBar(session)),
            PriceField.YearToDate => new YearToDateJudge(series).Judge(statement, index),
            PriceField.Intraday => Intraday(statement, index),
            _ when statement.Unit == "%" => Change(statement, index),
            PriceField.Change => Step(statement, index),
            _ => Level(statement, index),
        };
    }

    private string NoBar(DateOnly session) =>
        series.Count == 0 ? $"There are no prices of {series.Symbol}."
        : TradingCalendar.IsSession(session)
            ? $"There is no bar of {Day(session)}: prices of {series.Symbol} go from {Day(series[0].Session)} to {Day(series[series.Count - 1].Session)}."
        : $"{Day(session)} was no session.";

    private Judgement Level(PriceStatement statement, int index)
    {
        var bar = series[index];
        var (stored, name) = statement.Field switch
        {
            PriceField.Open => (bar.Open, "open"),
            PriceField.High => (bar.High, "high"),
            PriceField.Low => (bar.Low, "low"),
            _ => (bar.Close, "close"),
        };
        var best = (Actual: double.NaN, Fit: Fit.Fails, Basis: (string?)null);
        foreach (var (factor, basis) in _bases.Of(index))
        {
            var actual = stored * factor;
            var fit = Precision.Judge(statement, actual, actual * FileRounding);
            if (fit == Fit.Holds)
            {
                // The dollars of the day are what one means; a later or earlier share count is another base.
                var own = double.IsNaN(best.Actual);
                return new(
                    own ? StatementVerdict.Confirmed : StatementVerdict.ConfirmedOnAnotherBase,
                    actual,
                    basis,
                    $"The {name} of {Day(bar.Session)} was {Dollars(actual)}{(basis is null ? "" : $" ({basis})")}.",
                    Near: true
                );
            }

            if (
                double.IsNaN(best.Actual)
                || Math.Abs(actual - statement.Value) < Math.Abs(best.Actual - statement.Value)
            )
            {
                best = (actual, fit, basis);
            }
        }

        if (
            statement is { Field: PriceField.Close, Decimals: >= 2 }
            && Adjusted(statement, index) is { } adjusted
        )
        {
            return adjusted;
        }

        var near = Math.Abs((statement.Value / best.Actual) - 1) <= NearPrice;
        return best.Fit == Fit.Unclear
                ? new(
                    StatementVerdict.CannotCheck,
                    best.Actual,
                    null,
                    $"The {name} of {Day(bar.Session)} was {Dollars(best.Actual)}; whether the words mean that can't be told.",
                    near
                )
            : statement is { OfMoment: true, Field: PriceField.High or PriceField.Low }
                ? new(
                    StatementVerdict.CannotCheck,
                    best.Actual,
                    null,
                    $"The {name} of {Day(bar.Session)} was {Dollars(best.Actual)}; the text may mean a record of another day.",
                    near
                )
            : statement.OfMoment && Inside(index, best.Actual / stored, statement.Value)
                ? new(
                    StatementVerdict.CannotCheck,
                    best.Actual,
                    null,
                    $"The text doesn't say that it is the close ({Dollars(best.Actual)}); it lies inside the range of {Day(bar.Session)}.",
                    near
                )
            : new(
                StatementVerdict.Contradicted,
                best.Actual,
                null,
                $"The {name} of {Day(bar.Session)} was {Dollars(best.Actual)}, {Dollars(Math.Abs(best.Actual - statement.Value))} {(best.Actual > statement.Value ? "more" : "less")}.",
                near
            );
    }

    private Judgement? Adjusted(PriceStatement statement, int index)
    {
        var actual = series.AdjustedClose(index);
        return
            Math.Abs(actual - series[index].Close) > FileRounding * actual
            && Precision.Judge(statement, actual) == Fit.Holds
            ? new(
                StatementVerdict.ConfirmedOnAnotherBase,
                actual,
                $"adjusted for dividends and splits up to {Day(series[series.Count - 1].Session)}, not as traded: {Dollars(series[index].Close)}",
                $"The close of {Day(series[index].Session)} was {Dollars(series[index].Close)}; adjusted for later dividends and splits it is {Dollars(actual)}.",
                Near: true
            )
            : null;
    }

    private Judgement Change(PriceStatement statement, int index)
    {
        var bar = series[index];
        if (Before(index) is not { } before)
        {
            return Judgement.Unknown($"There is no bar of the session before {Day(bar.Session)}.");
        }

        var toOpen = statement.Field == PriceField.Open;
        var end = toOpen ? bar.Open : bar.Close;
        var actual = ((1 + series.PriceReturn(before, index)) * (end / bar.Close) - 1) * 100;
        var what = toOpen ? "the open" : "the close";
        var fit = Precision.Judge(statement, actual);
        if (fit == Fit.Holds)
        {
            return new(
                StatementVerdict.Confirmed,
                actual,
                null,
                $"From the close of {Day(series[before].Session)} to {what} of {Day(bar.Session)}: {Percent(actual)}.",
                Near: true
            );
        }

        var fromOpen = ((bar.Close / bar.Open) - 1) * 100;
        if (
            !toOpen
            && statement.Decimals >= 1
            && statement.Bound == StatedBound.Exact
            && Precision.Judge(statement, fromOpen) == Fit.Holds
        )
        {
            return new(
                StatementVerdict.ConfirmedOnAnotherBase,
                fromOpen,
                $"from the open of {Day(bar.Session)}, not from the close of {Day(series[before].Session)}: {Percent(actual)}",
                $"From the open of {Day(bar.Session)} to its close: {Percent(fromOpen)}; from the close before: {Percent(actual)}.",
                Near: true
            );
        }

        var unit = Precision.Unit(statement);
        var near = Math.Abs(statement.Value - actual) <= Math.Max(0.2, 1.5 * unit);
        var previous = series[before].Close / bar.SplitRatio;
        var (low, high) = (((bar.Low / previous) - 1) * 100, ((bar.High / previous) - 1) * 100);
        return fit == Fit.Unclear
                ? new(
                    StatementVerdict.CannotCheck,
                    actual,
                    null,
                    $"The change of {Day(bar.Session)} was {Percent(actual)}; whether the words mean that can't be told.",
                    near
                )
            : statement.OfMoment
            && statement.Value >= low - (unit / 2)
            && statement.Value <= high + (unit / 2)
                ? new(
                    StatementVerdict.CannotCheck,
                    actual,
                    null,
                    $"The text speaks of a moment of {Day(bar.Session)}, inside the day's range of {Percent(low)} to {Percent(high)}.",
                    near
                )
            : new(
                StatementVerdict.Contradicted,
                actual,
                null,
                $"From the close of {Day(series[before].Session)} to {what} of {Day(bar.Session)}: {Percent(actual)}, {Math.Abs(actual - statement.Value):0.0#} points off.",
                near
            );
    }

    private Judgement Step(PriceStatement statement, int index)
    {
        var bar = series[index];
        if (Before(index) is not { } before)
        {
            return Judgement.Unknown($"There is no bar of the session before {Day(bar.Session)}.");
        }

        var step = bar.Close - (series[before].Close / bar.SplitRatio);
        var first = double.NaN;
        foreach (var (factor, basis) in _bases.Of(index))
        {
            var actual = step * factor;
            first = double.IsNaN(first) ? actual : first;
            // Two rounded closes: their difference may be off by one in the last place.
            if (
                Precision.Judge(statement, actual, 2 * FileRounding * bar.Close * factor)
                == Fit.Holds
            )
            {
                return new(
                    StatementVerdict.Confirmed,
                    actual,
                    basis,
                    $"The close of {Day(bar.Session)} was {Dollars(Math.Abs(actual))} {(actual < 0 ? "under" : "over")} the one before.",
                    Near: true
                );
            }
        }

        return statement.Bound == StatedBound.Exact && !statement.OfMoment
            ? new(
                StatementVerdict.Contradicted,
                first,
                null,
                $"The close of {Day(bar.Session)} was {Dollars(Math.Abs(first))} {(first < 0 ? "under" : "over")} the one before.",
                Math.Abs(first - statement.Value) <= NearPrice * bar.Close
            )
            : Judgement.Unknown(
                $"The close of {Day(bar.Session)} was {Dollars(Math.Abs(first))} {(first < 0 ? "under" : "over")} the one before; whether the words mean that can't be told."
            );
    }

    private Judgement Intraday(PriceStatement statement, int index)
    {
        var bar = series[index];
        var day = Day(bar.Session);
        if (statement.Unit == "%")
        {
            if (Before(index) is not { } before)
            {
                return Judgement.Unknown($"There is no bar of the session before {day}.");
            }

            var previous = series[before].Close / bar.SplitRatio;
            var (low, high) = (((bar.Low / previous) - 1) * 100, ((bar.High / previous) - 1) * 100);
            var unit = Precision.Unit(statement);
            return statement.Value >= low - unit && statement.Value <= high + unit
                ? Judgement.Unknown(
                    $"A moment of {day}, inside the day's range of {Percent(low)} to {Percent(high)}: daily bars can't tell."
                )
                : new(
                    StatementVerdict.Contradicted,
                    statement.Value < low ? low : high,
                    null,
                    $"Outside the range of {day}: {Percent(low)} to {Percent(high)}."
                );
        }

        return _bases.Of(index).Any(b => Inside(index, b.Factor, statement.Value))
            ? Judgement.Unknown(
                $"A moment of {day}, inside the day's range: daily bars can't tell."
            )
            : new(
                StatementVerdict.Contradicted,
                statement.Value < bar.Low ? bar.Low : bar.High,
                null,
                $"Outside the range of {day}: {Dollars(bar.Low)} to {Dollars(bar.High)}."
            );
    }

    private bool Inside(int index, double factor, double price) =>
        price >= (series[index].Low * factor) - 0.005
        && price <= (series[index].High * factor) + 0.005;

    /// <summary>The bar of the session before, or null where it is missing: a change over a gap is not the day's.</summary>
    private int? Before(int index) =>
        index > 0 && series[index - 1].Session == TradingCalendar.Before(series[index].Session)
            ? index - 1
            : null;
}
