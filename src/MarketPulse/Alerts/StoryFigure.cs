using System.Collections.Immutable;
using MarketPulse.Correlation;

namespace MarketPulse.Alerts;

/// <summary>One of the three figures that a mail begins with.</summary>
public sealed record StoryFigure(string Label, string Value, string Text)
{
    /// <summary>What moved, what the benchmark lets expect, what is left; the last two only where there is a model.</summary>
    public static ImmutableArray<StoryFigure> Key(AlertContent content)
    {
        var result = content.Primary;
        var moved = new StoryFigure("What moved", Figures.Percent(result.Return), Moved(content));
        return result.ExpectedReturn is null || result.CumulativeAbnormalReturn is null
            ? [moved]
            :
            [
                moved,
                new StoryFigure(
                    $"What {result.Benchmark} lets expect",
                    Figures.Percent(result.ExpectedReturn),
                    Explained(result)
                ),
                new StoryFigure(
                    "What is left",
                    Figures.Percent(result.CumulativeAbnormalReturn),
                    Left(result)
                ),
            ];
    }

    private static string Moved(AlertContent content)
    {
        var (result, stock) = (content.Primary, content.Stock);
        var day = stock.IndexOf(result.EventDay);
        if (result.Close is not { } close)
        {
            return "There is no bar for the event day.";
        }

        var before =
            day > 0 && result.WindowFrom == 0
                ? $", after {Figures.Price(stock.CloseOnBasisOf(day - 1, day))} the session before"
                : "";
        return $"{result.Symbol} closed at {Figures.Price(close)} on {Figures.Date(result.EventDay)}{before}; total return {AlertStory.Window(result)}.";
    }

    private static string Explained(CorrelationResult result) =>
        result is { WindowFrom: 0, WindowTo: 0 }
            ? $"{result.Benchmark} returned {Figures.Percent(result.BenchmarkReturn)}; the expected return is α + β × {result.Benchmark} = {Figures.Percent(result.Alpha)} + {Figures.Number(result.Beta)} × {Figures.Percent(result.BenchmarkReturn)}."
            : $"{result.Benchmark} returned {Figures.Percent(result.BenchmarkReturn)}; the expected returns α + β × {result.Benchmark} of the window's sessions, summed, with α {Figures.Percent(result.Alpha)} and β {Figures.Number(result.Beta)}.";

    private static string Left(CorrelationResult result)
    {
        var name = result.AbnormalReturn is null ? "Cumulative abnormal return" : "Abnormal return";
        var interval =
            result.CumulativeAbnormalReturn is { } value
            && ConfidenceInterval.HalfWidth(result) is { } half
                ? $", 95 % interval {Figures.Percent(value - half)} to {Figures.Percent(value + half)}"
                : "";
        return $"{name}{interval}; t = {Figures.Number(result.T)}, p {Figures.PValue(result.P)}, T = {result.EstimationSessions} sessions, window {Figures.Relative(result.WindowFrom)}..{Figures.Relative(result.WindowTo)}.";
    }
}
