using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.FigureText;

namespace MarketPulse.Correlation.Statements;

/// <summary>Holds a moment of a session against the day's range: inside it, daily bars can't tell.</summary>
internal sealed class MomentJudge(PriceSeries series, ShareBases bases)
{
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
}
