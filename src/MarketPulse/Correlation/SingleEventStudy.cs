using System.Collections.Immutable;
using MarketPulse.Prices;

namespace MarketPulse.Correlation;

/// <summary>One event day, one window, one benchmark → figures. Pure.</summary>
public static class SingleEventStudy
{
    /// <param name="excluded">Sessions that don't count in the estimation window.</param>
    public static StudyFigures Measure(
        PriceSeries stock,
        AlignedReturns returns,
        DateOnly eventDay,
        EventWindow window,
        IReadOnlySet<DateOnly> excluded
    )
    {
        var day = returns.IndexOf(eventDay);
        if (day < 0)
        {
            return StudyFigures.Missing($"no bars around {eventDay:yyyy-MM-dd}");
        }

        var (first, last) = (
            Math.Max(0, day + StudyRules.Estimation.From),
            day + StudyRules.Estimation.To
        );
        var length = Math.Max(0, last - first + 1);
        var estimationStock = length == 0 ? [] : returns.Stock.Slice(first, length).ToArray();
        var estimationMarket = length == 0 ? [] : returns.Benchmark.Slice(first, length).ToArray();
        var sessions = length == 0 ? [] : returns.Sessions.Slice(first, length).ToArray();
        var leftOut = ImmutableArray.CreateBuilder<DateOnly>();
        for (var i = 0; i < length; i++)
        {
            if (
                excluded.Contains(sessions[i])
                && !double.IsNaN(estimationStock[i] + estimationMarket[i])
            )
            {
                leftOut.Add(sessions[i]);
                estimationStock[i] = double.NaN;
            }
        }

        var used = Enumerable
            .Range(0, length)
            .Where(i => !double.IsNaN(estimationStock[i] + estimationMarket[i]))
            .ToList();
        var figures = new StudyFigures(leftOut.ToImmutable())
        {
            EstimationFrom = used.Count > 0 ? sessions[used[0]] : null,
            EstimationTo = used.Count > 0 ? sessions[used[^1]] : null,
            EstimationSessions = used.Count,
        };
        var (from, to) = (day + window.From, day + window.To);
        if (from < 0 || to >= returns.Sessions.Length)
        {
            return figures with { Problem = $"the window {window} reaches beyond the stored bars" };
        }

        var windowStock = returns.Stock.Slice(from, window.Length);
        var windowMarket = returns.Benchmark.Slice(from, window.Length);
        for (var i = 0; i < window.Length; i++)
        {
            if (double.IsNaN(windowStock[i] + windowMarket[i]))
            {
                return figures with
                {
                    Problem = $"no return for {returns.Sessions[from + i]:yyyy-MM-dd}",
                };
            }
        }

        figures = figures with
        {
            Close = stock[stock.IndexOf(returns.Sessions[to])].Close,
            Return = Compound(windowStock),
            BenchmarkReturn = Compound(windowMarket),
        };
        if (used.Count < StudyRules.MinimumSessions)
        {
            return figures with
            {
                Problem =
                    $"{used.Count} estimation sessions, {StudyRules.MinimumSessions - used.Count} fewer than the least that is asked for ({StudyRules.MinimumSessions})",
            };
        }

        return
            MarketModel.Fit(estimationStock, estimationMarket) is { } model
            && model.Cumulate(windowStock, windowMarket) is { } abnormal
            ? figures with
            {
                Model = model,
                ExpectedReturn = Sum(windowStock) - abnormal.Value,
                Abnormal = abnormal,
            }
            : figures with
            {
                Problem = "the benchmark never moved in the estimation window",
            };
    }

    private static double Compound(ReadOnlySpan<double> returns)
    {
        // One session's return is kept as it is: (1 + r) − 1 would lose its last digits.
        if (returns.Length == 1)
        {
            return returns[0];
        }

        var product = 1.0;
        foreach (var value in returns)
        {
            product *= 1 + value;
        }

        return product - 1;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
