using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>What an alert's picture shows: the last sessions up to the event day, oldest first.</summary>
/// <param name="Sessions">The exchange's dates.</param>
/// <param name="Closes">On the share count of the last session shown, so that a split draws no cliff.</param>
/// <param name="Expected">
/// The path that the benchmark alone would have led the stock along: from the first close, each session compounds
/// α + β·m. Shorter than <paramref name="Sessions"/> where the benchmark lacks a bar; empty without a model.
/// </param>
/// <param name="Volumes">Shares, on the share count of the last session shown.</param>
/// <param name="Range">The closes that the model expected of the event day, given the close before, with 95 %; null without a model.</param>
public sealed record ChartSeries(
    ImmutableArray<DateOnly> Sessions,
    ImmutableArray<double> Closes,
    ImmutableArray<double> Expected,
    ImmutableArray<double> Volumes,
    (double Low, double High)? Range
)
{
    /// <summary>How many sessions are shown where there are that many: about two months.</summary>
    public const int Length = 40;

    /// <returns>The series, or null where there are fewer than two bars to draw.</returns>
    public static ChartSeries? Of(AlertContent content)
    {
        var (stock, primary) = (content.Stock, content.Primary);
        var last = stock.LastIndexOnOrBefore(primary.EventDay);
        var first = Math.Max(0, last - Length + 1);
        return last - first < 1 ? null : Of(content, first, last);
    }

    /// <summary>Closes and volumes alone.</summary>
    /// <param name="day">The last session shown.</param>
    /// <param name="from">The first one, where it is earlier than the usual; null for that.</param>
    /// <returns>The series, or null where there are fewer than two bars to draw.</returns>
    public static ChartSeries? Of(PriceSeries stock, DateOnly day, DateOnly? from)
    {
        var last = stock.LastIndexOnOrBefore(day);
        var usual = Math.Max(0, last - Length + 1);
        var first = from is { } wanted
            ? Math.Min(usual, Math.Max(0, stock.LastIndexOnOrBefore(wanted)))
            : usual;
        if (last - first < 1)
        {
            return null;
        }

        var shown = Enumerable.Range(first, last - first + 1).ToImmutableArray();
        return new(
            [.. shown.Select(i => stock[i].Session)],
            ClosesOf(stock, shown, last),
            [],
            VolumesOf(stock, shown, last),
            null
        );
    }

    private static ChartSeries Of(AlertContent content, int first, int last)
    {
        var (stock, primary) = (content.Stock, content.Primary);
        var shown = Enumerable.Range(first, last - first + 1).ToImmutableArray();
        var closes = ClosesOf(stock, shown, last);
        return new ChartSeries(
            [.. shown.Select(i => stock[i].Session)],
            closes,
            Path(content, shown, closes[0]),
            VolumesOf(stock, shown, last),
            stock[last].Session == primary.EventDay ? Expectation(primary, closes[^2]) : null
        );
    }

    private static ImmutableArray<double> ClosesOf(
        PriceSeries stock,
        ImmutableArray<int> shown,
        int last
    ) => [.. shown.Select(i => stock.CloseOnBasisOf(i, last))];

    private static ImmutableArray<double> VolumesOf(
        PriceSeries stock,
        ImmutableArray<int> shown,
        int last
    ) => [.. shown.Select(i => stock[i].Volume * stock[i].Close / stock.CloseOnBasisOf(i, last))];

    private static ImmutableArray<double> Path(
        AlertContent content,
        ImmutableArray<int> shown,
        double start
    )
    {
        if (content.Primary is not { Alpha: { } alpha, Beta: { } beta })
        {
            return [];
        }

        var path = ImmutableArray.Create(start);
        foreach (var i in shown.Skip(1))
        {
            var at = content.Benchmark.IndexOf(content.Stock[i].Session);
            if (at < 1)
            {
                break;
            }

            path = path.Add(path[^1] * (1 + alpha + (beta * content.Benchmark.Return(at))));
        }

        return path;
    }

    private static (double, double)? Expectation(CorrelationResult primary, double before) =>
        primary is { WindowFrom: 0, WindowTo: 0, ExpectedReturn: { } expected }
        && ConfidenceInterval.HalfWidth(primary) is { } half
            ? (before * (1 + expected - half), before * (1 + expected + half))
            : null;
}
