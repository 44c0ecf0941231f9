using System.Collections.Immutable;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Statements;
using MarketPulse.Prices;
using static MarketPulse.Correlation.Statements.SessionSteps;

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
                ? WritingTime.DayOf(at, _eastern)
                : article.PublishedOn,
        ];
        Written = new(article.PublishedAt);
        _anchors = [.. days.OfType<DateOnly>().Where(IsKnown).Distinct()];
    }

    /// <summary>When in New York's day it was written.</summary>
    public WritingTime Written { get; }

    /// <summary>Whether the article says when it was written.</summary>
    public bool HasOwn => _anchors.Length > 0;

    /// <summary>The session of, or after, the day of the article; null where that isn't known.</summary>
    public DateOnly? Coming => HasOwn ? TradingCalendar.OnOrAfter(_anchors[0]) : null;

    /// <summary>The day of the article; null where that isn't known.</summary>
    public DateOnly? Own => HasOwn ? _anchors[^1] : null;

    /// <param name="when">The day as the statement's sentence names it.</param>
    /// <param name="earlier">The last day named before.</param>
    /// <param name="spoken">The session that the article last spoke of, once resolved.</param>
    public CandidateDays Of(DateReference when, DateReference? earlier, DateOnly? spoken)
    {
        var anchors =
            HasOwn ? _anchors
            : spoken is { } only ? [only]
            : [];
        if (!HasOwn && spoken is { } near && when is { Sort: DateReferenceSort.Date, Year: null })
        {
            when = NamedDates.Near(when, near);
        }

        var found = when.Sort switch
        {
            DateReferenceSort.Date => new NamedDates(_eastern).Of(when, anchors),
            DateReferenceSort.Weekday => new NamedWeekdays(_eastern, HasOwn).Of(when, anchors),
            DateReferenceSort.WeekdayBefore => NamedWeekdays.Before(when, anchors),
            DateReferenceSort.Today when when.YearsAgo > 0 => new(
                [
                    .. anchors
                        .Select(a => a.AddYears(-when.YearsAgo))
                        .Where(IsKnown)
                        .SelectMany(a => new[] { OnOrBefore(a), TradingCalendar.Before(a) }),
                ],
                false,
                _ => true
            ),
            DateReferenceSort.Today => OwnDays(anchors, certain: HasOwn && !_eastern),
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

    private CandidateDays OwnDays(ImmutableArray<DateOnly> anchors, bool certain) =>
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
                .. !HasOwn && earlier?.Date is { } date && IsKnown(date)
                    ? new[] { TradingCalendar.Before(date) }
                    : [],
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
            && NamedDates.Date(earlier, anchors) is { } date
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

        return new([.. after, .. OwnDays(anchors, false).Sessions], false, _ => true);
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
            [.. sessions, .. dated.Sessions, .. OwnDays(anchors, certain: false).Sessions],
            false,
            dated.Sessions.IsEmpty ? dated.Fits : _ => true,
            dated.Dated
        );
    }
}
