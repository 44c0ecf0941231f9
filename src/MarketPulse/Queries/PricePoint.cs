using System.Collections.Immutable;
using MarketPulse.Prices;

namespace MarketPulse.Queries;

/// <summary>A stored bar with what follows from its neighbours.</summary>
/// <param name="Close">As traded.</param>
/// <param name="AdjustedClose">For splits and dividends, on the basis of the newest bar that was read.</param>
/// <param name="Return">Simple total return from the bar before, a fraction; null for the first bar there is.</param>
/// <param name="Source">The price source's name.</param>
/// <param name="RetrievedAt">When these figures came (UTC).</param>
/// <param name="SourceAdjustedClose">The source's own adjusted close as of then, for checking; null where it gave none.</param>
/// <param name="Revisions">Former figures, oldest first.</param>
public sealed record PricePoint(
    string Symbol,
    DateOnly Session,
    double Open,
    double High,
    double Low,
    double Close,
    long Volume,
    double Dividend,
    double SplitRatio,
    double AdjustedClose,
    double? Return,
    string Source,
    DateTimeOffset RetrievedAt,
    double? SourceAdjustedClose,
    ImmutableArray<BarRevision> Revisions
)
{
    /// <param name="stored">In session order.</param>
    public static IEnumerable<PricePoint> Of(string symbol, ImmutableArray<StoredBar> stored)
    {
        var series = new PriceSeries(symbol, stored.Select(s => s.Bar));
        for (var i = 0; i < series.Count; i++)
        {
            var bar = series[i];
            yield return new(
                series.Symbol,
                bar.Session,
                bar.Open,
                bar.High,
                bar.Low,
                bar.Close,
                bar.Volume,
                bar.Dividend,
                bar.SplitRatio,
                series.AdjustedClose(i),
                i == 0 ? null : series.Return(i),
                stored[i].Source,
                stored[i].RetrievedAt,
                stored[i].AdjustedClose,
                stored[i].Revisions
            );
        }
    }
}
