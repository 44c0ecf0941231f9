using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.Studies;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Questions;

/// <summary>The events of each kind studied together over one window, computed from the stored bars when asked (IO).</summary>
public sealed class StudiesQuestion(Watchlist watchlist, EventReturns returns, TimeProvider clock)
    : Question<StudyAnswer>(Asked, watchlist)
{
    /// <summary>How it is put.</summary>
    public static readonly QuestionForm Asked = new(
        "studies",
        "The events of each kind together: CAAR with every test, and every event. Dates are event days; window 0..0 and the first benchmark unless said otherwise.",
        [
            QueryParameters.Symbol,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.Kind,
            QueryParameters.Benchmark,
            QueryParameters.Window,
            QueryParameters.Exclusions,
            QueryParameters.AsOf,
        ],
        IsPaged: false
    );

    protected override async Task<Page<StudyAnswer>> AskAsync(
        QueryValues values,
        CancellationToken cancellation
    )
    {
        var symbol = values.Symbol();
        var benchmark = values.Benchmark(symbol) ?? symbol.Benchmarks[0].Symbol;
        var window = Windows.Of(values) ?? StudyRules.Windows[0];
        var excluded = Excluded.Of(values) == StudyPlan.AnnouncementsExcluded;
        var kind = values.Named<AnnouncementKind>(QueryParameters.Kind);
        var asOf = values.AsOf();
        var (from, to) = Days(values.Dates(), asOf ?? clock.GetUtcNow());
        var events = await returns.EventsAsync(symbol, from, to, asOf, cancellation);
        if (
            events.IsEmpty
            || await returns.ReadAsync(symbol.Symbol, benchmark, from, to, asOf, cancellation)
                is not { } table
        )
        {
            return new([], null);
        }

        var result = EventStudy.Run(
            table,
            events.Select(e => new StudyEvent(
                e.Announcement.Id,
                symbol.Symbol,
                e.Day.Session,
                EnumNames<AnnouncementKind>.Of(e.Announcement.Kind)
            )),
            new EventStudyOptions
            {
                Market = benchmark,
                Estimation = new(StudyRules.Estimation.From, StudyRules.Estimation.To),
                Window = window,
                Windows = [window],
                MinimumSessions = StudyRules.MinimumSessions,
                ExcludeOtherEvents = excluded,
                Level = StudyRules.Level,
            }
        );
        var verdicts = StudyVerdict.Of(result).ToDictionary(v => v.Event.Id);
        return new(
            [
                .. result
                    .ByKind.Select(section =>
                        Answer(symbol.Symbol, benchmark, section, events, verdicts)
                    )
                    .Where(answer => kind is null || answer.Kind == kind)
                    .OrderBy(answer => answer.Kind),
            ],
            null
        );
    }

    /// <summary>What isn't bounded reaches from the watchlist's first date to the day of now.</summary>
    private (DateOnly, DateOnly) Days((DateOnly? From, DateOnly? To) asked, DateTimeOffset now)
    {
        var today = TradingCalendar.DateOf(now);
        var last = TradingCalendar.Last.AddDays(-40);
        var to = asked.To is { } end && end < today ? end : today;
        var from = asked.From is { } start && start > Watchlist.Since ? start : Watchlist.Since;
        return (from, to < last ? to : last);
    }

    private static StudyAnswer Answer(
        string symbol,
        string benchmark,
        CrossSectionResult section,
        ImmutableArray<PlacedAnnouncement> events,
        Dictionary<string, StudyVerdict> verdicts
    ) =>
        new(
            symbol,
            EnumNames<AnnouncementKind>.Find(section.Group)!.Value,
            benchmark,
            section.Window.ToString(),
            section.Average.Count,
            Figure(section.Average.Average),
            Figure(section.Average.StandardDeviation),
            Figure(section.Average.Lower),
            Figure(section.Average.Upper),
            section.Reading.Name,
            section.Reading.Why,
            [
                Test("cross-sectional t", section.Average.T),
                Test("Patell", section.Patell),
                Test("BMP", section.BoehmerMusumeciPoulsen),
                Test("Kolari–Pynnönen", section.KolariPynnonen),
                Test("Corrado rank", section.CorradoRank),
                Test("generalized sign", section.GeneralizedSign),
                Test("GRANK-T", section.GeneralizedRank),
                Test("Wilcoxon signed rank", new(section.Wilcoxon.W, null, section.Wilcoxon.P)),
                Test("sign", new(section.Sign.Positive, null, section.Sign.P)),
            ],
            [
                .. events
                    .Where(e =>
                        EnumNames<AnnouncementKind>.Of(e.Announcement.Kind) == section.Group
                    )
                    .OrderBy(e => e.Day.Session)
                    .Select(e => Event(e, verdicts[e.Announcement.Id])),
            ]
        );

    private static StudyEventAnswer Event(PlacedAnnouncement placed, StudyVerdict verdict) =>
        new(
            placed.Announcement.Id,
            placed.Announcement.Title,
            placed.Day.Session,
            Figure(verdict.Result.Value),
            Figure(verdict.Interval.Lower),
            Figure(verdict.Interval.Upper),
            Figure(verdict.Result.T),
            Figure(verdict.Result.P),
            Figure(verdict.AdjustedP),
            verdict.Verdict,
            verdict.Reason
        );

    private static StudyTest Test(string name, TestStatistic test) =>
        new(name, Figure(test.Value), test.DegreesOfFreedom, Figure(test.P));

    private static double? Figure(double value) => double.IsFinite(value) ? value : null;
}
