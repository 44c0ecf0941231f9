using System.Collections.Immutable;
using MarketPulse.Correlation;

namespace MarketPulse.Alerts;

/// <summary>One of the three figures that a mail begins with.</summary>
public sealed record StoryFigure(string Label, string Value, string Text)
{
    /// <summary>What moved, what the benchmark lets expect, what is left; the last two only where there is a model.</summary>
    public static ImmutableArray<StoryFigure> Key(AlertContent content)
    {
        var (result, words) = (content.Primary, content.Words);
        var moved = new StoryFigure(
            words.Word("What moved"),
            Figures.Percent(result.Return),
            Moved(content)
        );
        return result.ExpectedReturn is null || result.CumulativeAbnormalReturn is null
            ? [moved]
            :
            [
                moved,
                new StoryFigure(
                    words[$"What {result.Benchmark} lets expect"],
                    Figures.Percent(result.ExpectedReturn),
                    Explained(result, words)
                ),
                new StoryFigure(
                    words.Word("What is left"),
                    Figures.Percent(result.CumulativeAbnormalReturn),
                    Left(result, words)
                ),
            ];
    }

    private static string Moved(AlertContent content)
    {
        var (result, stock, words) = (content.Primary, content.Stock, content.Words);
        var day = stock.IndexOf(result.EventDay);
        if (result.Close is not { } close)
        {
            return words.Word("There is no bar for the event day.");
        }

        var before =
            day > 0 && result.WindowFrom == 0
                ? words[
                    $", after {Figures.Price(stock.CloseOnBasisOf(day - 1, day))} the session before"
                ]
                : "";
        return words[
            $"{result.Symbol} closed at {Figures.Price(close)} on {words.Date(result.EventDay)}{before}; total return {AlertStory.Window(result, words)}."
        ];
    }

    private static string Explained(CorrelationResult result, Wording words) =>
        result is { WindowFrom: 0, WindowTo: 0 }
            ? words[
                $"{result.Benchmark} returned {Figures.Percent(result.BenchmarkReturn)}; the expected return is α + β × {result.Benchmark} = {Figures.Percent(result.Alpha)} + {Figures.Number(result.Beta)} × {Figures.Percent(result.BenchmarkReturn)}."
            ]
            : words[
                $"{result.Benchmark} returned {Figures.Percent(result.BenchmarkReturn)}; the expected returns α + β × {result.Benchmark} of the window's sessions, summed, with α {Figures.Percent(result.Alpha)} and β {Figures.Number(result.Beta)}."
            ];

    private static string Left(CorrelationResult result, Wording words)
    {
        var name = words.Word(
            result.AbnormalReturn is null ? "Cumulative abnormal return" : "Abnormal return"
        );
        var interval =
            result.CumulativeAbnormalReturn is { } value
            && ConfidenceInterval.HalfWidth(result) is { } half
                ? words[
                    $", 95 % interval {Figures.Percent(value - half)} to {Figures.Percent(value + half)}"
                ]
                : "";
        return words[
            $"{name}{interval}; t = {Figures.Number(result.T)}, p {Figures.PValue(result.P)}, T = {result.EstimationSessions} sessions, window {Figures.Relative(result.WindowFrom)}..{Figures.Relative(result.WindowTo)}."
        ];
    }
}
