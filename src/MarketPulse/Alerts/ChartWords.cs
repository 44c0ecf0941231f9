using MarketPulse.Alerts.Notices;

namespace MarketPulse.Alerts;

/// <summary>What the picture shows, for those who don't see it and for those who do.</summary>
public static class ChartWords
{
    /// <summary>The picture told in a sentence.</summary>
    public static string Alt(AlertContent content)
    {
        if (ChartSeries.Of(content) is not { } series)
        {
            return "";
        }

        var words = content.Words;
        var path =
            series.Expected.Length == series.Closes.Length
                ? words[
                    $" The path expected from {content.Benchmark.Symbol} alone leads from the same start to {Figures.Price(series.Expected[^1])}."
                ]
                : "";
        return words[
            $"{content.Stock.Symbol}'s close from {Figures.Price(series.Closes[0])} on {words.Date(series.Sessions[0])} to {Figures.Price(series.Closes[^1])} on {words.Date(series.Sessions[^1])}.{path}{Range(series, words)}"
        ];
    }

    /// <summary>A notice's picture told in a sentence.</summary>
    public static string Alt(NoticeChart chart, ChartSeries series, Wording words) =>
        words[
            $"{chart.Symbol}'s close from {Figures.Price(series.Closes[0])} on {words.Date(series.Sessions[0])} to {Figures.Price(series.Closes[^1])} on {words.Date(series.Sessions[^1])}."
        ]
        + (
            chart.Bound is { } bound
                ? words[$" The dashed line is the bound, {Figures.Price(bound)}."]
                : ""
        );

    /// <summary>How to read the picture.</summary>
    public static string Caption(AlertContent content)
    {
        if (ChartSeries.Of(content) is not { } series)
        {
            return "";
        }

        var words = content.Words;
        var first = content.Stock.IndexOf(series.Sessions[0]);
        var split =
            Math.Abs((series.Closes[0] / content.Stock[first].Close) - 1) > 1e-9
                ? words.Word(" Prices and volumes are on the event day's share count.")
                : "";
        var path =
            series.Expected.Length > 1
                ? words[
                    $"Dashed: α + β × {content.Benchmark.Symbol}, compounded from the first close shown. "
                ]
                : "";
        return $"{path}{(series.Range is null ? "" : words.Word("Bar: the closes expected of the event day, given the close before, with 95 %."))}{split}".Trim();
    }

    private static string Range(ChartSeries series, Wording words) =>
        series.Range is { } range
            ? words[
                $" Given the close before, {Figures.Price(range.Low)} to {Figures.Price(range.High)} was expected of the event day with 95 %."
            ]
            : "";
}
