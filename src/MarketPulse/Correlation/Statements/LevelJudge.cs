using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds an open, high, low or close against a session's bar.</summary>
internal sealed class LevelJudge(PriceSeries series, ShareBases bases)
{
    public Judgement Judge(PriceStatement statement, int index)
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
        foreach (var (factor, basis) in bases.Of(index))
        {
            var actual = stored * factor;
            // Bars are kept in cents: 168.875 is a low of 168.88.
            var slack = Math.Max(
                actual * Precision.FileRounding,
                statement.Decimals > 2 ? Precision.HalfCent : 0
            );
            var fit = Precision.Judge(statement, actual, slack);
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

        var near = Math.Abs((statement.Value / best.Actual) - 1) <= Precision.NearPrice;
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
            : statement.OfMoment
            && DayRange.Inside(series, index, best.Actual / stored, statement.Value)
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
            Math.Abs(actual - series[index].Close) > Precision.FileRounding * actual
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
}
