using System.Globalization;

namespace MarketPulse.Alerts;

/// <summary>
/// How figures, dates and instants are written in mails: invariant culture, the true minus sign, a space before the
/// per cent sign, ISO dates, "n/a" for what can't be computed.
/// </summary>
public static class Figures
{
    private const string Missing = "n/a";

    /// <summary>A return as a signed percentage: −0.0343 is "−3.43 %".</summary>
    public static string Percent(double? fraction, int decimals = 2) =>
        fraction is { } value && double.IsFinite(value)
            ? Signed(value * 100, decimals) + " %"
            : Missing;

    /// <summary>A size without a sign, such as a standard error: 0.0266 is "2.66 %".</summary>
    public static string Size(double? fraction, int decimals = 2) =>
        fraction is { } value && double.IsFinite(value)
            ? Plain(Math.Abs(value) * 100, decimals) + " %"
            : Missing;

    /// <summary>A price in dollars, the currency of the exchange whose sessions are followed.</summary>
    public static string Price(double? dollars) =>
        dollars is { } value && double.IsFinite(value)
            ? "$" + value.ToString(value < 1 ? "0.0000" : "#,0.00", CultureInfo.InvariantCulture)
            : Missing;

    /// <summary>A plain number with a true minus sign: "−0.135".</summary>
    public static string Number(double? number, int decimals = 3) =>
        number is { } value && double.IsFinite(value) ? Plain(value, decimals) : Missing;

    /// <summary>A p-value with its relation: "= 0.892", or "&lt; 0.001".</summary>
    public static string PValue(double? p) =>
        p is not { } value || !double.IsFinite(value) ? Missing
        : value < 0.001 ? "< 0.001"
        : "= " + Plain(value, 3);

    /// <summary>A session relative to the event day: "0", "+5", "−1".</summary>
    public static string Relative(int session) => session == 0 ? "0" : Signed(session, 0);

    public static string Date(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Keeps a figure on one line with its name and its per cent sign, by no-break spaces.</summary>
    public static string Bound(string text) =>
        text.Replace(" %", "\u00a0%", StringComparison.Ordinal)
            .Replace(" = ", "\u00a0=\u00a0", StringComparison.Ordinal)
            // In a page as it is escaped there.
            .Replace(" &lt; ", "\u00a0&lt;\u00a0", StringComparison.Ordinal)
            .Replace("p < ", "p\u00a0<\u00a0", StringComparison.Ordinal)
            .Replace("β ", "β\u00a0", StringComparison.Ordinal)
            .Replace("α ", "α\u00a0", StringComparison.Ordinal)
            .Replace("σ ", "σ\u00a0", StringComparison.Ordinal);

    private static string Signed(double value, int decimals)
    {
        var text = Plain(value, decimals);
        return text[0] == '−' || text.All(c => c is '0' or '.') ? text : "+" + text;
    }

    private static string Plain(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text[0] != '-' ? text
            : text.All(c => c is '0' or '.' or '-') ? text[1..]
            : "−" + text[1..];
    }
}
