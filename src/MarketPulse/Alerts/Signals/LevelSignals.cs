using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>
/// A figure of the year that left its bounds, and its return: episodes with hysteresis, told from the bars alone, so that
/// no state has to be kept. Price returns: splits undone, dividends not counted. Pure.
/// </summary>
public static class LevelSignals
{
    // 80 after 100 is −20 %, whatever binary fractions make of it.
    private const double Rounding = 1e-12;

    /// <param name="series">The stock's bars from the last session of the year before on; a year without one has no figure.</param>
    public static IEnumerable<Signal> Of(WatchRule rule, PriceSeries series, Wording words)
    {
        if (
            series.Count == 0
            || series.YearToDateBase(series.Count - 1) is not (>= 0 and var start)
        )
        {
            yield break;
        }

        var isDrawdown = rule.Drawdown is not null;
        var bounds = rule.Drawdown ?? rule.YearToDate!;
        var name = isDrawdown ? "drawdown" : "year to date";
        var (high, began, side) = (start, -1, 0);
        for (var i = start + 1; i < series.Count; i++)
        {
            high = series.PriceReturn(high, i) > 0 ? i : high;
            var value = series.PriceReturn(isDrawdown ? high : start, i);
            if (side == 0)
            {
                side = Side(value, bounds);
                if (side != 0)
                {
                    began = i;
                    yield return Tell(false, 0);
                }
            }
            else if (IsBack(value, side, bounds))
            {
                yield return Tell(true, 0);
                side = 0;
            }
            else if (rule.Repeat is { } every && (i - began) % every == 0)
            {
                yield return Tell(false, (i - began) / every);
            }

            Signal Tell(bool isOver, int repeat)
            {
                var (day, from) = (series[i].Session, series[began].Session);
                var what =
                    isOver ? "over"
                    : repeat > 0 ? $"still-{repeat}"
                    : "reached";
                var bound = side > 0 ? bounds.Above!.Value : bounds.Below!.Value;
                var figure = words.Word(name);
                return new Signal(
                    series.Symbol,
                    $"{(isDrawdown ? "drawdown" : "ytd")}_{from:yyyyMMdd}_{what}",
                    AnnouncementKind.Other,
                    $"{name} {Figures.Percent(value)}",
                    day,
                    isOver
                        ? $"{name} {Figures.Percent(value)} is back within {Figures.Percent(bound)} by more than {Figures.Size(bounds.Back)}"
                        : $"{name} {Figures.Percent(value)} reaches {Figures.Percent(bound)}{(repeat > 0 ? $", since {from:yyyy-MM-dd}" : "")}",
                    Notice.Of(
                        isOver
                                ? words[
                                    $"{series.Symbol} {figure} {Figures.Percent(value)}: back within the bound of {Figures.Percent(bound)}"
                                ]
                            : repeat > 0
                                ? words[
                                    $"{series.Symbol} {figure} {Figures.Percent(value)}: beyond the bound of {Figures.Percent(bound)} since {words.Date(from)}"
                                ]
                            : words[
                                $"{series.Symbol} {figure} {Figures.Percent(value)}: beyond the bound of {Figures.Percent(bound)}"
                            ],
                        isDrawdown
                            ? words[$"{series.Symbol} {Figures.Percent(value)} from its high"]
                            : words[$"{series.Symbol} {Figures.Percent(value)} this year"],
                        isDrawdown
                            ? words[
                                $"It closed at {Figures.Price(series[i].Close)} on {words.Date(day)}, against the year's highest close up to then, {Figures.Price(series.CloseOnBasisOf(high, i))} on {words.Date(series[high].Session)}."
                            ]
                            : words[
                                $"It closed at {Figures.Price(series[i].Close)} on {words.Date(day)}, against {Figures.Price(series.CloseOnBasisOf(start, i))} on {words.Date(series[start].Session)}."
                            ]
                    ) with
                    {
                        Chart = new(
                            series.Symbol,
                            day,
                            series.CloseOnBasisOf(isDrawdown ? high : start, i) * (1 + bound),
                            series[start].Session
                        ),
                        Small =
                        [
                            words[
                                $"Dividends aren't counted. It is over when it is back within the bound by more than {Figures.Number(bounds.Back * 100, 2)} percentage points; that is told once more."
                            ],
                        ],
                    },
                    $"{series.Symbol}_{(isDrawdown ? "drawdown" : "ytd")}_{from:yyyyMMdd}_{what}"
                );
            }
        }
    }

    /// <summary>1 above the upper bound, −1 below the lower one, 0 within.</summary>
    private static int Side(double value, LevelBounds bounds) =>
        value >= bounds.Above - Rounding ? 1
        : value <= bounds.Below + Rounding ? -1
        : 0;

    private static bool IsBack(double value, int side, LevelBounds bounds) =>
        side > 0 ? value < bounds.Above - bounds.Back : value > bounds.Below + bounds.Back;
}
