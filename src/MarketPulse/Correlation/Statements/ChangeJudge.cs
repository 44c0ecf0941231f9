using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds a day's change, in per cent or dollars, against a session's bar and the one before.</summary>
internal sealed class ChangeJudge(PriceSeries series, ShareBases bases)
{
    public Judgement Change(PriceStatement statement, int index)
    {
        var bar = series[index];
        if (DayRange.Before(series, index) is not { } before)
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
                    near,
                    OfMoment: true
                )
            : new(
                StatementVerdict.Contradicted,
                actual,
                null,
                $"From the close of {Day(series[before].Session)} to {what} of {Day(bar.Session)}: {Percent(actual)}, {Math.Abs(actual - statement.Value):0.0#} points off.",
                near
            );
    }

    public Judgement Step(PriceStatement statement, int index)
    {
        var bar = series[index];
        if (DayRange.Before(series, index) is not { } before)
        {
            return Judgement.Unknown($"There is no bar of the session before {Day(bar.Session)}.");
        }

        var step = bar.Close - (series[before].Close / bar.SplitRatio);
        var first = double.NaN;
        foreach (var (factor, basis) in bases.Of(index))
        {
            var actual = step * factor;
            first = double.IsNaN(first) ? actual : first;
            // Two rounded closes: their difference may be off by one in the last place.
            if (
                Precision.Judge(statement, actual, 2 * Precision.FileRounding * bar.Close * factor)
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
                Math.Abs(first - statement.Value) <= Precision.NearPrice * bar.Close
            )
            : Judgement.Unknown(
                $"The close of {Day(bar.Session)} was {Dollars(Math.Abs(first))} {(first < 0 ? "under" : "over")} the one before; whether the words mean that can't be told."
            );
    }
}
