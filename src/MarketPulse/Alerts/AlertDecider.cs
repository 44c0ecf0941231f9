using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Event-day results without a decision → decisions, and the messages that they call for. Pure.</summary>
public static class AlertDecider
{
    /// <param name="results">Recent results; only those of window 0..0, the symbol's first benchmark and no exclusions decide.</param>
    /// <param name="decided">Decisions already stored.</param>
    /// <param name="now">UTC.</param>
    public static (ImmutableArray<Alert> Alerts, ImmutableArray<Notification> Notifications) Decide(
        WatchedSymbol symbol,
        ImmutableArray<WatchRule> rules,
        IEnumerable<CorrelationResult> results,
        IReadOnlyCollection<Alert> decided,
        DateTimeOffset now
    )
    {
        // What was told stays told, wherever its day is moved afterwards; what wasn't is decided anew on another day.
        var mailed = decided
            .Where(a => a.NotificationKey is not null)
            .Select(a => (a.AnnouncementId, a.Rule))
            .ToHashSet();
        var done = decided.Select(a => (a.AnnouncementId, a.Rule, a.EventDay)).ToHashSet();
        var told = decided
            .Where(a => a.NotificationKey is not null)
            .Select(a => a.NotificationKey!)
            .ToHashSet();
        var (alerts, notifications) = (
            ImmutableArray.CreateBuilder<Alert>(),
            ImmutableArray.CreateBuilder<Notification>()
        );
        var byDay = results
            .Where(r => IsPrimary(r, symbol) && r.Verdict != Verdict.NotEnoughData)
            .GroupBy(r => r.EventDay)
            .OrderBy(day => day.Key);
        foreach (var day in byDay)
        {
            // The weightiest announcement leads: its decision makes the message, the others join it. A comment announces
            // nothing, so it leads only where it is alone.
            var leading = day.OrderBy(r => r.Kind == AnnouncementKind.Comment)
                .ThenBy(r => r.Kind)
                .ThenBy(r => r.AnnouncementId, StringComparer.Ordinal)
                .ToList();
            foreach (var (result, rule) in from r in leading from rule in rules select (r, rule))
            {
                if (
                    mailed.Contains((result.AnnouncementId, rule.Name))
                    || !done.Add((result.AnnouncementId, rule.Name, day.Key))
                )
                {
                    continue;
                }

                var message = Notification.About(
                    symbol.Symbol,
                    day.Key,
                    [.. leading.Select(r => r.AnnouncementId)],
                    "",
                    now
                );
                var (decision, reason) = AlertRules.Decide(
                    rule,
                    result,
                    told.Contains(message.Key) ? message.Key : null,
                    now
                );
                if (decision == NotifyDecision.Notify)
                {
                    told.Add(message.Key);
                    notifications.Add(message with { Why = $"Rule '{rule.Name}': {reason}." });
                }

                alerts.Add(
                    new Alert(
                        symbol.Symbol,
                        result.AnnouncementId,
                        result.Kind,
                        result.Title,
                        rule.Name,
                        result.EventDay,
                        result.Return,
                        result.T,
                        decision,
                        reason,
                        decision is NotifyDecision.Notify or NotifyDecision.AlreadyNotified
                            ? message.Key
                            : null,
                        now
                    )
                );
            }
        }

        return (alerts.ToImmutable(), notifications.ToImmutable());
    }

    public static bool IsPrimary(CorrelationResult result, WatchedSymbol symbol) =>
        result.Benchmark == symbol.Benchmarks[0].Symbol
        && result is { WindowFrom: 0, WindowTo: 0, Exclusions: "none" };
}
