using System.Collections.Immutable;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.SessionSteps;

namespace MarketPulse.Correlation.Statements;

/// <summary>Resolves dates of a month and day, with or without their year, into sessions.</summary>
/// <param name="eastern">Whether the text counts in Beijing's days.</param>
internal sealed class NamedDates(bool eastern)
{
    public CandidateDays Of(DateReference when, ImmutableArray<DateOnly> anchors)
    {
        if (Date(when, anchors) is not { } date)
        {
            return CandidateDays.Any with
            {
                Fits = day => when.Month is null || Sessions(when, when.In(day.Year)).Contains(day),
                Dated = when.Month is not null,
            };
        }

        return new(
            [.. Sessions(when, date)],
            Certain: !when.Loose
                && (!eastern || TradingCalendar.IsSession(date))
                && !IsNearlyComing(when, anchors),
            _ => false
        );
    }

    /// <summary>As far ahead, in days, as a date without a year may be one to come rather than last year's ("expiring November 21st").</summary>
    private const int Ahead = 100;

    private static bool IsNearlyComing(DateReference when, ImmutableArray<DateOnly> anchors) =>
        when is { Year: null, Month: not null }
        && anchors is [var anchor, ..]
        && when.In(anchor.Year) is { } coming
        && coming > anchor.AddDays(1)
        && coming <= anchor.AddDays(Ahead);

    private IEnumerable<DateOnly> Sessions(DateReference when, DateOnly? named)
    {
        if (named is not { } date || !IsKnown(date))
        {
            yield break;
        }

        if (when.Zone == DateZone.Beijing)
        {
            yield return TradingCalendar.Before(date);
            yield return OnOrBefore(date);
        }
        else if (!eastern || when.Zone == DateZone.NewYork)
        {
            // A day without a session stays: nothing closed then, and the verdict says so.
            yield return date;
        }
        else
        {
            yield return OnOrBefore(date);
            yield return TradingCalendar.Before(date);
        }

        if (when.Loose)
        {
            yield return TradingCalendar.After(date);
        }
    }

    /// <summary>The date with its year: its own, else the last such date that the article can speak of.</summary>
    public static DateOnly? Date(DateReference when, ImmutableArray<DateOnly> anchors)
    {
        if (when.Date is { } date)
        {
            return date;
        }

        foreach (var anchor in anchors)
        {
            var latest = anchor.AddDays(1);
            if (when.Month is not null)
            {
                if (Latest(when.In(latest.Year), when.In(latest.Year - 1), latest) is { } dated)
                {
                    return dated;
                }
            }
            else if (when.Day is { } day)
            {
                var month = latest.AddMonths(-1);
                var (own, before) = (
                    new DateReference(when.Sort, null, latest.Month, day).In(latest.Year),
                    new DateReference(when.Sort, null, month.Month, day).In(month.Year)
                );
                if (Latest(own, before, latest) is { } dated)
                {
                    return dated;
                }
            }
        }

        return null;
    }

    /// <summary>A month and day with the year that brings it nearest to a session that the text speaks of.</summary>
    public static DateReference Near(DateReference when, DateOnly spoken) =>
        Enumerable
            .Range(spoken.Year - 1, 3)
            .Select(year => when.In(year))
            .OfType<DateOnly>()
            .OrderBy(date => Math.Abs(date.DayNumber - spoken.DayNumber))
            .Select(date => when with { Year = date.Year })
            .FirstOrDefault(when);

    private static DateOnly? Latest(DateOnly? own, DateOnly? before, DateOnly latest) =>
        own <= latest ? own : before;
}
