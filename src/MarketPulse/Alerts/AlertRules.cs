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
                $"{Figures(result)}: under every bound of the rule ({Bounds(rule)})"
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
        : null;

    private static string Figures(CorrelationResult result) =>
        $"|return| {(result.Return is { } r ? Percent(Math.Abs(r)) : "unknown")}, |t| {(result.T is { } t ? Number(Math.Abs(t)) : "unknown")}";

    private static string Bounds(WatchRule rule) =>
        string.Join(
            " or ",
            new[]
            {
                rule.Return is { } r ? $"|return| ≥ {Percent(r)}" : null,
                rule.T is { } t ? $"|t| ≥ {Number(t)}" : null,
            }.OfType<string>()
        );

    private static string Percent(double fraction) =>
        (fraction * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture);
}
