using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds a change "this year" against stored closes.</summary>
/// <remarks>
/// It is counted from the last close of the year before. Some count from the first session of the year, from its close or
/// its open; a figure that holds only so is confirmed on that base. It is of the session's close or, as articles are written
/// before it, of the close before.
/// </remarks>
internal sealed class YearToDateJudge(PriceSeries series)
{
    public Judgement Judge(PriceStatement statement, int index)
    {
        var year = series[index].Session.Year;
        if (statement.When is { Sort: not DateReferenceSort.Date, Year: { } said } && said != year)
        {
            return Judgement.Unknown($"The text counts from the start of {said}.");
        }

        var usual = series.YearToDateBase(index);
        if (usual < 0 || series[usual].Session != TradingCalendar.Before(new DateOnly(year, 1, 1)))
        {
            return Judgement.Unknown($"There is no bar of the last session of {year - 1}.");
        }

        var actual = series.PriceReturn(usual, index) * 100;
        if (Precision.Judge(statement, actual) == Fit.Holds)
        {
            return new(
                StatementVerdict.Confirmed,
                actual,
                null,
                $"From the close of {Day(series[usual].Session)} to that of {Day(series[index].Session)}: {Percent(actual)}.",
                Near: true
            );
        }

        // A rounded figure may as well be of the close before; two decimals rather tell another base.
        var rounded = statement.Decimals == 0 || statement.Approximate;
        if (rounded && SessionBefore(statement, usual, index) is { } before)
        {
            return before;
        }

        if (
            (statement.Decimals >= 1 || Math.Abs(statement.Value) >= 10)
            && statement.Bound is not (StatedBound.MoreThan or StatedBound.LessThan)
            && OtherBase(statement, usual, index, actual) is { } other
        )
        {
            return other;
        }

        if (!rounded && SessionBefore(statement, usual, index) is { } late)
        {
            return late;
        }

        if (statement.Decimals >= 2 && WithDividends(statement, usual, index, actual) is { } total)
        {
            return total;
        }

        var bar = series[index];
        var (low, high) = (
            (((1 + (actual / 100)) * bar.Low / bar.Close) - 1) * 100,
            (((1 + (actual / 100)) * bar.High / bar.Close) - 1) * 100
        );
        return
            Precision.Judge(statement, actual) == Fit.Unclear
            || (statement.OfMoment && statement.Value >= low && statement.Value <= high)
            ? new(
                StatementVerdict.CannotCheck,
                actual,
                null,
                $"By the close of {Day(bar.Session)} it was {Percent(actual)}; the text may mean a moment of that session."
            )
            : new(
                StatementVerdict.Contradicted,
                actual,
                null,
                $"From the close of {Day(series[usual].Session)} to that of {Day(bar.Session)}: {Percent(actual)}, {Math.Abs(actual - statement.Value):0.0#} points off."
            );
    }

    private Judgement? SessionBefore(PriceStatement statement, int usual, int index)
    {
        if (statement.Bound is StatedBound.MoreThan or StatedBound.LessThan)
        {
            // What holds from "more than" on holds for many a day.
            return null;
        }

        var earlier = index - 1 > usual ? series.PriceReturn(usual, index - 1) * 100 : double.NaN;
        if (Precision.Judge(statement, earlier) == Fit.Holds)
        {
            return new(
                StatementVerdict.Confirmed,
                earlier,
                null,
                $"From the close of {Day(series[usual].Session)} to that of {Day(series[index - 1].Session)}, the session before: {Percent(earlier)}."
            );
        }

        return null;
    }

    /// <summary>Vendors' adjusted closes count dividends in: 87.14 for the 87.13 of the prices alone.</summary>
    private Judgement? WithDividends(PriceStatement statement, int usual, int index, double actual)
    {
        var total = ((series.AdjustedClose(index) / series.AdjustedClose(usual)) - 1) * 100;
        return Precision.Judge(statement, total) == Fit.Holds
            ? new(
                StatementVerdict.ConfirmedOnAnotherBase,
                total,
                $"with dividends reinvested: {Percent(total)}",
                $"From the close of {Day(series[usual].Session)} to that of {Day(series[index].Session)}: {Percent(actual)}; with dividends reinvested: {Percent(total)}.",
                Near: true
            )
            : null;
    }

    private Judgement? OtherBase(PriceStatement statement, int usual, int index, double actual)
    {
        var first = usual + 1;
        if (first > index)
        {
            return null;
        }

        var fromClose = series.PriceReturn(first, index) * 100;
        var fromOpen =
            (((1 + (fromClose / 100)) * series[first].Close / series[first].Open) - 1) * 100;
        foreach (var (value, name) in new[] { (fromClose, "close"), (fromOpen, "open") })
        {
            // A round figure from the open of 2 January is more likely a slip than a base.
            var told = name == "close" || statement.Decimals >= 1;
            if (told && Precision.Judge(statement, value) == Fit.Holds)
            {
                return new(
                    StatementVerdict.ConfirmedOnAnotherBase,
                    value,
                    $"from the {name} of {Day(series[first].Session)}, not from {Day(series[usual].Session)}: {Percent(actual)}",
                    $"From the {name} of {Day(series[first].Session)} to the close of {Day(series[index].Session)}: {Percent(value)}; from the last close of the year before: {Percent(actual)}.",
                    Near: true
                );
            }
        }

        return null;
    }
}
