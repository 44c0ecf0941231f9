using System.Collections.Immutable;
using MarketPulse.Correlation.CrossSection;

namespace MarketPulse.Correlation.Studies;

/// <summary>The union-dummy regression of every firm whose events' windows overlap.</summary>
public static class OverlappingWindows
{
    /// <param name="result">A study.</param>
    /// <returns>By firm and window, only where windows of that firm share a session.</returns>
    public static ImmutableArray<FirmUnionDummy> Regress(EventStudyResult result)
    {
        var (options, table) = (result.Options, result.Table);
        double[][] factors =
        [
            table[options.Market],
            .. options.Factors.Select(name => table[name]),
        ];
        var found = ImmutableArray.CreateBuilder<FirmUnionDummy>();
        foreach (
            var firm in result
                .Events.Where(e => e.Row >= 0)
                .GroupBy(e => e.Event.Firm, StringComparer.Ordinal)
                .OrderBy(f => f.Key, StringComparer.Ordinal)
        )
        {
            int[] rows = [.. firm.Select(e => e.Row).Order()];
            foreach (var window in options.Windows)
            {
                if (
                    WindowOverlaps.Pairs(rows, window.Length) > 0
                    && Regress(options, table[firm.Key], factors, rows, window) is { } estimate
                )
                {
                    found.Add(new(firm.Key, window, rows.Length, estimate));
                }
            }
        }

        return found.ToImmutable();
    }

    private static UnionDummyEstimate? Regress(
        EventStudyOptions options,
        double[] returns,
        double[][] factors,
        int[] rows,
        EventWindow window
    )
    {
        var first = Math.Max(0, rows[0] + options.Estimation.From);
        var end = Math.Min(returns.Length, rows[^1] + Math.Max(0, window.To) + 1);
        var dummy = new bool[end - first];
        foreach (var row in rows)
        {
            EstimationExclusions.Mark(dummy, row - first, window);
        }

        return UnionDummyRegression.Estimate(
            options.Model,
            returns.AsSpan(first..end),
            Array.ConvertAll(factors, factor => factor[first..end]),
            dummy
        );
    }
}

/// <summary>A firm's union-dummy regression over one window.</summary>
/// <param name="Events">The firm's events, overlapping or not.</param>
public sealed record FirmUnionDummy(
    string Firm,
    EventWindow Window,
    int Events,
    UnionDummyEstimate Estimate
);
