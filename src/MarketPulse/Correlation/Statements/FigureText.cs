using System.Globalization;

namespace MarketPulse.Correlation.Statements;

/// <summary>Writes figures and days for reasons: 115.43, −3.43 %, 2025-03-18.</summary>
internal static class FigureText
{
    public static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Dollars(double price) =>
        price.ToString(price < 1 ? "0.####" : "0.00##", CultureInfo.InvariantCulture);

    public static string Percent(double percent, int decimals = 2) =>
        percent.ToString(
            $"+0.{new string('0', Math.Clamp(decimals, 1, 4))};−0.{new string('0', Math.Clamp(decimals, 1, 4))}",
            CultureInfo.InvariantCulture
        ) + " %";

    public static string Of(double value, string unit) =>
        unit == "%" ? Percent(value) : Dollars(value);
}
