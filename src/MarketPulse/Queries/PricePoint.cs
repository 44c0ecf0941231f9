using MarketPulse.Prices;

namespace MarketPulse.Queries;

/// <summary>A stored bar with what follows from its neighbours.</summary>
/// <param name="Close">As traded.</param>
/// <param name="AdjustedClose">For splits and dividends, on the basis of the newest stored bar.</param>
/// <param name="Return">Simple total return from the bar before, a fraction; null for the first bar there is.</param>
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
    double? Return
)
{
    public static IEnumerable<PricePoint> Of(PriceSeries series)
    {
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
                i == 0 ? null : series.Return(i)
            );
        }
    }
}
