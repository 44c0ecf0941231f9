using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>A bar beside its range and the bar before.</summary>
internal static class DayRange
{
    public static bool Inside(PriceSeries series, int index, double factor, double price) =>
        price >= (series[index].Low * factor) - 0.005
        && price <= (series[index].High * factor) + 0.005;

    /// <summary>The bar of the session before, or null where it is missing: a change over a gap is not the day's.</summary>
    public static int? Before(PriceSeries series, int index) =>
        index > 0 && series[index - 1].Session == TradingCalendar.Before(series[index].Session)
            ? index - 1
            : null;
}
