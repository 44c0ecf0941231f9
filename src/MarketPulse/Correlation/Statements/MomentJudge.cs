using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds a moment of a session against the day's range: inside it, daily bars can't tell.</summary>
internal sealed class MomentJudge(PriceSeries series, ShareBases bases)
{
    /// <summary>What a price's cents may move a change by, in points.</summary>
    private const double Slack = 0.005;

    public Judgement Judge(PriceStatement statement, int index)
    {
        var bar = series[index];
        var day = Day(bar.Session);
        if (statement.Unit == "%")
        {
            if (DayRange.Before(series, index) is not { } before)
            {
                return Judgement.Unknown($"There is no bar of the session before {day}.");
            }

            var previous = series[before].Close / bar.SplitRatio;
            var (low, high) = (((bar.Low / previous) - 1) * 100, ((bar.High / previous) - 1) * 100);
            var unit = Precision.Unit(statement);
            if (statement.Value >= low - unit && statement.Value <= high + unit)
            {
                return Judgement.Unknown(
                    $"A moment of {day}, inside the day's range of {Percent(low)} to {Percent(high)}: daily bars can't tell."
                );
            }

            // "An intraday drop of 7.81%" may be from the high; what simply fell by a moment fell from the close before.
            var swing = ((statement.Value < 0 ? bar.Low / bar.High : bar.High / bar.Low) - 1) * 100;
            return !statement.OfMoment && Math.Abs(statement.Value) <= Math.Abs(swing) + unit
                ? Judgement.Unknown(
                    $"Outside the range of {day} ({Percent(low)} to {Percent(high)}), but it may be counted from that day's other extreme."
                )
                : new(
                    StatementVerdict.Contradicted,
                    statement.Value < low ? low : high,
                    null,
                    $"Outside the range of {day}: {Percent(low)} to {Percent(high)}."
                );
        }

        // What was a day's extreme was traded at: that much daily bars do tell.
        var (factor, basis) = bases.Of(index).First();
        var reached =
            Extreme(statement, bar.High * factor, $"high of {day}", basis)
            ?? Extreme(statement, bar.Low * factor, $"low of {day}", basis);
        if (reached is not null)
        {
            return reached;
        }
        return bases.Of(index).Any(b => DayRange.Inside(series, index, b.Factor, statement.Value))
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

    /// <summary>"Rose 2.9% to $139.93": whether a change, in per cent, is as far as a price of some moment was from the close before.</summary>
    public bool AreTogether(PriceStatement change, double price, int index)
    {
        if (DayRange.Before(series, index) is not { } before)
        {
            return false;
        }

        var previous = series[before].Close / series[index].SplitRatio;
        var half = Precision.Unit(change) / 2;
        return bases
            .Of(index)
            .Any(b =>
                Math.Abs((((price / b.Factor / previous) - 1) * 100) - change.Value) <= half + Slack
            );
    }

    private static Judgement? Extreme(
        PriceStatement statement,
        double extreme,
        string name,
        string? basis
    ) =>
        statement is { Decimals: >= 2, Bound: StatedBound.Exact }
        && Precision.Judge(statement, extreme, extreme * Precision.FileRounding) == Fit.Holds
            ? new(
                StatementVerdict.Confirmed,
                extreme,
                basis,
                $"The {name} was {Dollars(extreme)}; at what hour daily bars can't tell."
            )
            : null;
}
