using System.Collections.Immutable;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.SessionSteps;

namespace MarketPulse.Correlation.Statements;

/// <summary>Resolves weekdays into sessions: the last such day on or before the text's own.</summary>
/// <param name="eastern">Whether the text counts in Beijing's days.</param>
/// <param name="hasOwn">Whether the text says when it was written; otherwise it counts from another day that it names.</param>
internal sealed class NamedWeekdays(bool eastern, bool hasOwn)
{
    public CandidateDays Of(DateReference when, ImmutableArray<DateOnly> anchors)
    {
        var sessions = new List<DateOnly>();
        foreach (var anchor in anchors)
        {
            var day = Last(when.Weekday!.Value, anchor);
            sessions.Add(OnOrBefore(day));
            if (eastern && when.Zone != DateZone.NewYork)
            {
                sessions.Add(TradingCalendar.Before(day));
            }

            if (!hasOwn)
            {
                // Only another day that the text names is known: the weekday may lie after it.
                sessions.Add(OnOrBefore(day.AddDays(7)));
            }
        }

        return new([.. sessions], hasOwn, day => day.DayOfWeek == when.Weekday);
    }

    public static CandidateDays Before(DateReference when, ImmutableArray<DateOnly> anchors) =>
        new(
            [
                .. anchors
                    .Select(a => Last(when.Weekday!.Value, a.AddDays(-1)))
                    .SelectMany(d => new[] { OnOrBefore(d), OnOrBefore(d.AddDays(-7)) }),
            ],
            false,
            day => day.DayOfWeek == when.Weekday
        );
}
