using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;

namespace MarketPulse.Correlation.Statements;

/// <summary>Resolves the days that an article names into sessions.</summary>
/// <remarks>
/// Everything relative counts from the dateline, then the publication. A Chinese text counts in Beijing's days: what is "now"
/// or "Wednesday morning" there is New York's session of the day before, so both are candidates.
/// </remarks>
internal sealed class ArticleDays
{
    private readonly ImmutableArray<DateOnly> _anchors;
    private readonly bool _eastern;

    public ArticleDays(Article article)
    {
        _eastern = article.Language == ArticleLanguage.Chinese;
        DateOnly?[] days =
        [
            article.StoryDate,
            // An instant tells the day better than a date that may be of another zone.
            article.PublishedAt
                is { } at
                ? DateOnly.FromDateTime(at.UtcDateTime.AddHours(_eastern ? 8 : -5))
                : article.PublishedOn,
        ];
        if (article.PublishedAt is { } instant)
        {
            var day = DateOnly.FromDateTime(instant.UtcDateTime.AddHours(-5));
            var hour = instant.UtcDateTime.Hour;
            Writing =
                IsKnown(day) && TradingCalendar.IsSession(day) && hour is >= 13 and <= 21
                    ? day
                    : null;
        }

        _anchors = [.. days.OfType<DateOnly>().Where(IsKnown).Distinct()];
    }

    /// <summary>Whether the article says when it was written.</summary>
    public bool HasOwn => _anchors.Length > 0;

    /// <summary>The session of, or after, the day of the article; null where that isn't known.</summary>
    public DateOnly? Coming => HasOwn ? TradingCalendar.OnOrAfter(_anchors[0]) : null;

    /// <summary>The session in whose hours (13 to 21 UTC) the article was written; null where no instant says so.</summary>
    public DateOnly? Writing { get; }

    /// <param name="when">The day as the statement's sentence names it.</param>
    /// <param name="earlier">The last day named before.</param>
    /// <param name="spoken">The session that the article last spoke of, once resolved.</param>
    public CandidateDays Of(DateReference when, DateReference? earlier, DateOnly? spoken)
    {
        var anchors =
            HasOwn ? _anchors
            : spoken is { } only ? [only]
            : [];
        var found = when.Sort switch
        {
            DateReferenceSort.Date => Dated(when, anchors),
            DateReferenceSort.Weekday => Weekday(when, anchors),
            DateReferenceSort.WeekdayBefore => WeekdayBefore(when, anchors),
            DateReferenceSort.Today => Own(anchors, certain: HasOwn && !_eastern),
            DateReferenceSort.DayBefore => DayBefore(when, earlier, spoken, anchors),
            DateReferenceSort.DayAfter => DayAfter(earlier, spoken, anchors),
            DateReferenceSort.SameDay => Context(earlier, spoken, anchors) with
            {
                Certain = spoken is not null,
            },
            _ => Context(earlier, spoken, anchors),
        };
        return found with { Sessions = [.. found.Sessions.Where(IsKnown).Distinct()] };
    }

    private CandidateDays Dated(DateReference when, ImmutableArray<DateOnly> anchors)
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
            Certain: !when.Loose && (!_eastern || TradingCalendar.IsSession(date)),
            _ => false
        );
    }

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
        else if (!_eastern || when.Zone == DateZone.NewYork)
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
    private static DateOnly? Date(DateReference when, ImmutableArray<DateOnly> anchors)
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

    private static DateOnly? Latest(DateOnly? own, DateOnly? before, DateOnly latest) =>
        own <= latest ? own : before;

    private CandidateDays Weekday(DateReference when, ImmutableArray<DateOnly> anchors)
    {
        var sessions = new List<DateOnly>();
        foreach (var anchor in anchors)
        {
            var day = Last(when.Weekday!.Value, anchor);
            sessions.Add(OnOrBefore(day));
            if (_eastern && when.Zone != DateZone.NewYork)
            {
                sessions.Add(TradingCalendar.Before(day));
            }

            if (!HasOwn)
            {
                // Only another day that the text names is known: the weekday may lie after it.
                sessions.Add(OnOrBefore(day.AddDays(7)));
            }
        }

        return new([.. sessions], HasOwn, day => day.DayOfWeek == when.Weekday);
    }

    private static CandidateDays WeekdayBefore(
        DateReference when,
        ImmutableArray<DateOnly> anchors
    ) =>
        new(
            [
                .. anchors
                    .Select(a => Last(when.Weekday!.Value, a.AddDays(-1)))
                    .SelectMany(d => new[] { OnOrBefore(d), OnOrBefore(d.AddDays(-7)) }),
            ],
            false,
            day => day.DayOfWeek == when.Weekday
        );

    private CandidateDays Own(ImmutableArray<DateOnly> anchors, bool certain) =>
        new(
            [
                .. anchors.SelectMany(a =>
                    _eastern
                        ? new[] { TradingCalendar.Before(a), OnOrBefore(a), Before(a, 2) }
                        :
                        [
                            OnOrBefore(a),
                            .. certain ? Array.Empty<DateOnly>() : [TradingCalendar.Before(a)],
                        ]
                ),
            ],
            certain,
            _ => true
        );

    private CandidateDays DayBefore(
        DateReference when,
        DateReference? earlier,
        DateOnly? spoken,
        ImmutableArray<DateOnly> anchors
    )
    {
        if (when.Day is not null || when.Weekday is not null)
        {
            var named = Of(
                when with
                {
                    Sort = when.Day is not null
                        ? DateReferenceSort.Date
                        : DateReferenceSort.Weekday,
                },
                earlier,
                spoken
            );
            return named with
            {
                Sessions = [.. named.Sessions.Select(TradingCalendar.Before)],
                Certain = false,
            };
        }

        // 隔夜 is New York's session of the night before, no other.
        var overnight = when.Words is "隔夜" or "昨夜";
        return new(
            [
                .. anchors.SelectMany(a =>
                    _eastern && !overnight
                        ? new[] { TradingCalendar.Before(a), Before(a, 2) }
                        : [TradingCalendar.Before(a)]
                ),
                .. spoken is { } s ? new[] { TradingCalendar.Before(s) } : [],
            ],
            HasOwn && when.Words.Length > 0 && (_eastern ? overnight : spoken is null),
            _ => true
        );
    }

    private CandidateDays DayAfter(
        DateReference? earlier,
        DateOnly? spoken,
        ImmutableArray<DateOnly> anchors
    )
    {
        var after = new List<DateOnly>();
        if (
            earlier is { Sort: DateReferenceSort.Date }
            && Date(earlier, anchors) is { } date
            && IsKnown(date)
        )
        {
            after.Add(TradingCalendar.After(date));
            if (_eastern)
            {
                after.Add(OnOrBefore(date));
            }
        }

        if (spoken is { } s)
        {
            after.Add(TradingCalendar.After(s));
        }

        return new([.. after, .. Own(anchors, false).Sessions], false, _ => true);
    }

    private CandidateDays Context(
        DateReference? earlier,
        DateOnly? spoken,
        ImmutableArray<DateOnly> anchors
    )
    {
        var sessions = new List<DateOnly>();
        if (spoken is { } s)
        {
            sessions.Add(s);
        }

        var dated = earlier
            is {
                Sort: not (
                    DateReferenceSort.Missing
                    or DateReferenceSort.SameDay
                    or DateReferenceSort.DayAfter
                )
            }
            ? Of(earlier with { Loose = true }, null, spoken)
            : CandidateDays.Any;
        if (earlier is { Words: "隔夜" or "昨夜" } && dated.Certain)
        {
            // 隔夜 opens a whole report of one session.
            return dated;
        }

        return new(
            [.. sessions, .. dated.Sessions, .. Own(anchors, certain: false).Sessions],
            false,
            dated.Sessions.IsEmpty ? dated.Fits : _ => true,
            dated.Dated
        );
    }

    private static DateOnly Last(DayOfWeek weekday, DateOnly onOrBefore) =>
        onOrBefore.AddDays(-(((int)onOrBefore.DayOfWeek - (int)weekday + 7) % 7));

    private static DateOnly OnOrBefore(DateOnly date) => TradingCalendar.Before(date.AddDays(1));

    private static DateOnly Before(DateOnly date, int sessions) =>
        sessions <= 1
            ? TradingCalendar.Before(date)
            : Before(TradingCalendar.Before(date), sessions - 1);

    /// <summary>Inside the calendar, with room for a step either way.</summary>
    private static bool IsKnown(DateOnly date) =>
        date > TradingCalendar.First.AddDays(30) && date < TradingCalendar.Last.AddDays(-30);
}
