using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Alerts.Notices;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>Mailed days looked at again: the stock's and its benchmark's way since, in the thread of the first mail. Pure.</summary>
public static class FollowUpSignals
{
    /// <summary>Which follow-ups a mailed day is due, and not yet decided.</summary>
    /// <param name="decided">Every stored decision about the symbol of the last weeks.</param>
    /// <param name="last">The last completed session.</param>
    public static ImmutableArray<(Alert First, int Sessions)> Due(
        WatchRule rule,
        IReadOnlyCollection<Alert> decided,
        IReadOnlyCollection<string> moveRules,
        DateOnly last
    )
    {
        var done = decided
            .Where(a => a.Rule == rule.Name)
            .Select(a => a.AnnouncementId)
            .ToHashSet();
        return
        [
            .. from first in decided
            where first.Decision == NotifyDecision.Notify && moveRules.Contains(first.Rule)
            from sessions in rule.FollowUp!.Value
            where TradingCalendar.Offset(first.EventDay, sessions) <= last
            where !done.Contains(Subject(first, sessions))
            select (first, sessions),
        ];
    }

    /// <param name="returns">The stock's and its first benchmark's, the estimation window included.</param>
    public static IEnumerable<Signal> Of(
        IEnumerable<(Alert First, int Sessions)> due,
        PriceSeries stock,
        AlignedReturns returns,
        string benchmark,
        Wording words
    )
    {
        foreach (var (first, sessions) in due)
        {
            var figures = SingleEventStudy.Measure(
                stock,
                returns,
                first.EventDay,
                new EventWindow(0, sessions),
                ImmutableHashSet<DateOnly>.Empty
            );
            if (figures.Return is not { } change)
            {
                // Its bars aren't all there yet: the next run looks again.
                continue;
            }

            var day = TradingCalendar.Offset(first.EventDay, sessions);
            var since = words[
                $"{sessions} {words.Word(sessions == 1 ? "session" : "sessions")} after {words.Date(first.EventDay)}"
            ];
            yield return new Signal(
                first.Symbol,
                Subject(first, sessions),
                first.Kind,
                first.Title,
                day,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sessions} session{(sessions == 1 ? "" : "s")} have passed since the mailed day {first.EventDay:yyyy-MM-dd}"
                ),
                Notice.Of(
                    words[
                        $"{first.Symbol} {Figures.Percent(change)}, {since}: {Outcome(figures, words)}"
                    ],
                    $"{first.Symbol} {Figures.Percent(change)}",
                    words[
                        $"On {words.Date(first.EventDay)}: {MailText.Line(first.Title)}. The figures run from the close before it to that of {words.Date(day)}."
                    ]
                ) with
                {
                    Lines = Lines(figures, change, benchmark, words),
                    Small =
                    [
                        words.Word(
                            "What moved is compounded; what the benchmark lets expect and what is left are sums over the sessions."
                        ),
                        words.Word(
                            "Other news of these sessions is in the figures too: the longer the window, the less it belongs to one announcement."
                        ),
                    ],
                },
                $"{first.Symbol}_{first.EventDay:yyyyMMdd}_plus{sessions}",
                Notification.MessageIdOf(first.NotificationKey!)
            );
        }
    }

    private static string Subject(Alert first, int sessions) =>
        string.Create(CultureInfo.InvariantCulture, $"{first.AnnouncementId}_plus{sessions}");

    private static string Outcome(StudyFigures figures, Wording words) =>
        figures.Abnormal is not { } abnormal
            ? words.Word("not enough data for an answer")
            : words[
                $"{Figures.Percent(abnormal.Value)} is left, {words.Word(abnormal.P < StudyRules.Level ? "further from zero than ordinary spans bring" : "which can't be told from noise")}"
            ];

    private static ImmutableArray<NoticeLine> Lines(
        StudyFigures figures,
        double change,
        string benchmark,
        Wording words
    )
    {
        var moved = new NoticeLine(
            words.Word("What moved"),
            Figures.Percent(change),
            words[
                $"{benchmark} returned {Figures.Percent(figures.BenchmarkReturn)} in the same sessions."
            ]
        );
        return figures.Abnormal is not { } abnormal
            ? [moved]
            :
            [
                moved,
                new(
                    words[$"What {benchmark} lets expect"],
                    Figures.Percent(figures.ExpectedReturn),
                    words[
                        $"T = {figures.EstimationSessions} sessions, β {Figures.Number(figures.Model!.Beta)}."
                    ]
                ),
                new(
                    words.Word("What is left"),
                    Figures.Percent(abnormal.Value),
                    words[
                        $"Cumulative abnormal return; t = {Figures.Number(abnormal.T)}, p {Figures.PValue(abnormal.P)}."
                    ]
                ),
            ];
    }
}
