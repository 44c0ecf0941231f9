using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>A rule and a result → a decision with its reason. Pure.</summary>
public static class AlertRules
{
    /// <summary>Sessions after the event day during which it still is news.</summary>
    public const int NewsFor = 5;

    /// <param name="notified">The key of the message that already tells this symbol's day, or null.</param>
    /// <param name="now">UTC.</param>
    public static (NotifyDecision Decision, string Reason) Decide(
        WatchRule rule,
        CorrelationResult result,
        string? notified,
        DateTimeOffset now
    )
    {
        var met = Met(rule, result);
        if (met is null)
        {
            return (
                NotifyDecision.BelowRule,
                $"{Figures(rule, result)}: under every bound of the rule ({Bounds(rule)})"
            );
        }

        var newsUntil = TradingCalendar.Offset(result.EventDay, NewsFor);
        return TradingCalendar.DateOf(now) > newsUntil
                ? (
                    NotifyDecision.TooOld,
                    $"{met}, but {result.EventDay:yyyy-MM-dd} is more than {NewsFor} sessions ago"
                )
            : notified is not null
                ? (
                    NotifyDecision.AlreadyNotified,
                    $"{met}, and the day is already told in {notified}"
                )
            : (NotifyDecision.Notify, met);
    }

    private static string? Met(WatchRule rule, CorrelationResult result) =>
        rule.Return is { } bound && Math.Abs(result.Return ?? 0) >= bound
            ? $"|return| {Percent(Math.Abs(result.Return!.Value))} reaches {Percent(bound)}"
        : rule.T is { } t && Math.Abs(result.T ?? 0) >= t
            ? $"|t| {Number(Math.Abs(result.T!.Value))} reaches {Number(t)}"
        : rule.P is { } level && result.P <= level
            ? $"p {Number(result.P.Value, 3)} is at most {Number(level, 3)}"
        : null;

    private static string Figures(WatchRule rule, CorrelationResult result) =>
        $"|return| {Below(result.Return, rule.Return, Percent)}, |t| {Below(result.T, rule.T, v => Number(v))}"
        + (rule.P is null ? "" : $", p {(result.P is { } p ? Number(p, 4) : "unknown")}");

    /// <summary>A size under its bound, with as many decimals as it takes not to look like the bound itself; cut off, not rounded.</summary>
    private static string Below(double? value, double? bound, Func<double, string> say)
    {
        if (value is not { } v)
        {
            return "unknown";
        }

        var size = Math.Abs(v);
        var said = say(size);
        if (bound is not { } b || size >= b || said != say(b))
        {
            return said;
        }

        // What is cut off leaves at least one digit that isn't a nine.
        var unit = say(b).EndsWith('%') ? 100 : 1;
        for (var decimals = 3; decimals < 12; decimals++)
        {
            var scale = Math.Pow(10, decimals);
            var cut = Math.Floor(size * unit * scale) / scale;
            if (cut < b * unit - (0.5 / scale))
            {
                return Number(cut, decimals) + (unit == 100 ? " %" : "");
            }
        }

        return $"just under {said}";
    }

    private static string Bounds(WatchRule rule) =>
        string.Join(
            " or ",
            new[]
            {
                rule.Return is { } r ? $"|return| ≥ {Percent(r)}" : null,
                rule.T is { } t ? $"|t| ≥ {Number(t)}" : null,
                rule.P is { } p ? $"p ≤ {Number(p, 3)}" : null,
            }.OfType<string>()
        );

    private static string Percent(double fraction) => Number(fraction * 100) + " %";

    private static string Number(double value, int decimals = 2) =>
        value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}
