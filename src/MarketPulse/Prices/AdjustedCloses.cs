using System.Globalization;

namespace MarketPulse.Prices;

/// <summary>A source's own adjusted closes against the dividends and splits that it lists. Pure.</summary>
public static class AdjustedCloses
{
    /// <summary>Difference of two returns, a fraction, that rounding can't make.</summary>
    private const double Tolerance = 5e-4;

    /// <summary>
    /// What an answer's adjusted closes and its corporate actions say differently, in words, or null. Both are of one answer, so
    /// they are of one vintage.
    /// </summary>
    public static string? Disagreement(PriceReply reply)
    {
        var series = new PriceSeries(
            "",
            reply.Bars.Where(b => b.Problem is null).Select(b => b.ToDailyPrice())
        );
        var adjusted = reply.Bars.ToDictionary(b => b.Session, b => b.AdjustedClose);
        for (var i = 1; i < series.Count; i++)
        {
            if (
                adjusted[series[i].Session] is { } now and > 0
                && adjusted[series[i - 1].Session] is { } before and > 0
                && Math.Abs((now / before) - 1 - series.Return(i)) > Tolerance
            )
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{series[i].Session:yyyy-MM-dd}: {reply.Source}'s adjusted closes give a return of {(now / before) - 1:0.00 %}, its dividends and splits one of {series.Return(i):0.00 %}; one of them may be missing."
                );
            }
        }

        return null;
    }
}
