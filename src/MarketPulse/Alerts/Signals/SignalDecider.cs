using System.Collections.Immutable;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>A rule's signals → decisions with their reasons, and the messages that they call for. Pure.</summary>
public static class SignalDecider
{
    /// <param name="decided">Decisions already stored.</param>
    /// <param name="now">UTC.</param>
    public static (ImmutableArray<Alert> Alerts, ImmutableArray<Notification> Notifications) Decide(
        WatchRule rule,
        IEnumerable<Signal> signals,
        IReadOnlyCollection<Alert> decided,
        DateTimeOffset now
    )
    {
        var mine = decided.Where(a => a.Rule == rule.Name).ToList();
        var done = mine.Select(a => a.AnnouncementId).ToHashSet();
        var told = mine.Select(a => a.NotificationKey).OfType<string>().ToHashSet();
        DateOnly? last = mine.Where(a => a.Decision == NotifyDecision.Notify)
            .Select(a => (DateOnly?)a.EventDay)
            .Max();
        var alerts = ImmutableArray.CreateBuilder<Alert>();
        var notifications = ImmutableArray.CreateBuilder<Notification>();
        foreach (
            var signal in signals.OrderBy(s => s.Day).ThenBy(s => s.Subject, StringComparer.Ordinal)
        )
        {
            if (!done.Add(signal.Subject))
            {
                continue;
            }

            var (decision, reason) = Decide(rule, signal, told, last, now);
            if (decision == NotifyDecision.Notify)
            {
                told.Add(signal.GroupKey);
                last = signal.Day;
                notifications.Add(
                    Notification.OfNotice(
                        signal.GroupKey,
                        signal.Symbol,
                        signal.Day,
                        signal.Notice!,
                        $"Rule '{rule.Name}': {reason}.",
                        now
                    ) with
                    {
                        Rule = rule.Name,
                        Urgency = UrgencyOf(rule),
                        InReplyTo = signal.InReplyTo,
                    }
                );
            }

            alerts.Add(
                new Alert(
                    signal.Symbol,
                    signal.Subject,
                    signal.Kind,
                    signal.Title,
                    rule.Name,
                    signal.Day,
                    null,
                    null,
                    decision,
                    reason,
                    decision is NotifyDecision.Notify or NotifyDecision.AlreadyNotified
                        ? signal.GroupKey
                        : null,
                    now
                )
            );
        }

        return (alerts.ToImmutable(), notifications.ToImmutable());
    }

    /// <summary>A rule's urgency; null is normal.</summary>
    public static Urgency? UrgencyOf(WatchRule rule) =>
        rule.Urgency switch
        {
            "high" => Urgency.High,
            "low" => Urgency.Low,
            _ => null,
        };

    private static (NotifyDecision, string) Decide(
        WatchRule rule,
        Signal signal,
        HashSet<string> told,
        DateOnly? last,
        DateTimeOffset now
    )
    {
        var newsUntil = TradingCalendar.Offset(
            TradingCalendar.OnOrAfter(signal.Day),
            AlertRules.NewsFor
        );
        return signal.Notice is null ? (NotifyDecision.BelowRule, signal.Reason)
            : TradingCalendar.DateOf(now) > newsUntil
                ? (
                    NotifyDecision.TooOld,
                    $"{signal.Reason}, but {signal.Day:yyyy-MM-dd} is more than {AlertRules.NewsFor} sessions ago"
                )
            : told.Contains(signal.GroupKey)
                ? (
                    NotifyDecision.AlreadyNotified,
                    $"{signal.Reason}, and that is already told in {signal.GroupKey}"
                )
            : Cooling(rule, signal, last) is { } since
                ? (
                    NotifyDecision.CoolingDown,
                    $"{signal.Reason}, but the rule told {signal.Symbol} of {since:yyyy-MM-dd} less than {rule.Cooldown} sessions before"
                )
            : (NotifyDecision.Notify, signal.Reason);
    }

    private static DateOnly? Cooling(WatchRule rule, Signal signal, DateOnly? last) =>
        rule.Cooldown is > 0 and var sessions
        && last is { } day
        && signal.Day >= day
        && signal.Day < TradingCalendar.Offset(TradingCalendar.OnOrAfter(day), sessions)
            ? day
            : null;
}
