using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation;

/// <summary>Which results one announcement should have, which of them are missing or outdated, and their computation. Pure.</summary>
/// <param name="Revised">Stored results that were computed on prices that have been revised since.</param>
internal sealed record StudyPlan(
    WatchedSymbol Symbol,
    PlacedAnnouncement Subject,
    ImmutableArray<PlacedAnnouncement> Known,
    ImmutableArray<CorrelationResult> Stored,
    ImmutableArray<CorrelationResult> Revised = default
)
{
    public const string NoExclusions = "none";
    public const string AnnouncementsExcluded = "announcements";

    private readonly Dictionary<EventWindow, ImmutableArray<Confounder>> _confounders = [];

    private IReadOnlyList<(WatchedBenchmark, EventWindow, string)>? _missing;

    /// <summary>Benchmark × window × exclusions without an up-to-date result.</summary>
    public IReadOnlyList<(
        WatchedBenchmark Benchmark,
        EventWindow Window,
        string Exclusions
    )> Missing =>
        _missing ??= [
            .. from benchmark in Symbol.Benchmarks
            from window in StudyRules.Windows
            from exclusions in (string[])[NoExclusions, AnnouncementsExcluded]
            where !Stored.Any(r => IsCurrent(r, benchmark, window, exclusions) && !IsRevised(r))
            select (benchmark, window, exclusions),
        ];

    /// <summary>Whether a missing result's window is over, so that its bars should be there.</summary>
    public bool IsDue(DateTimeOffset now) =>
        Missing.Any(m =>
            TradingCalendar.CloseOf(TradingCalendar.Offset(Subject.Day.Session, m.Window.To))
                + PriceIngestion.Margin
            <= now
        );

    /// <summary>Stored results that a change of place, kind or neighbours has outdated.</summary>
    public IEnumerable<CorrelationResult> Superseded =>
        Stored.Where(r => r.EventDay != Subject.Day.Session);

    /// <summary>The plan once these results are stored.</summary>
    public StudyPlan With(IEnumerable<CorrelationResult> results) =>
        new(Symbol, Subject, Known, [.. results.Concat(Stored)], Revised);

    /// <summary>The missing results whose window has closed: its last bar is there, or won't come any more.</summary>
    public IReadOnlyList<CorrelationResult> Compute(StudyMaterial material, DateTimeOffset now)
    {
        var excluded = Others
            .SelectMany(o =>
                Enumerable
                    .Range(StudyRules.Excluded.From, StudyRules.Excluded.Length)
                    .Select(o2 => TradingCalendar.Offset(o.Day.Session, o2))
            )
            .ToHashSet();
        return
        [
            .. Missing
                .Where(m =>
                    HasClosed(material.Stock, material.ByBenchmark[m.Benchmark.Symbol], m.Window)
                )
                .Select(m => Compute(material, m.Benchmark, m.Window, m.Exclusions, excluded, now)),
        ];
    }

    private CorrelationResult Compute(
        StudyMaterial material,
        WatchedBenchmark benchmark,
        EventWindow window,
        string exclusions,
        HashSet<DateOnly> excluded,
        DateTimeOffset now
    )
    {
        var returns = material.ByBenchmark[benchmark.Symbol];
        var figures = SingleEventStudy.Measure(
            material.Stock,
            returns,
            Subject.Day.Session,
            window,
            exclusions == NoExclusions ? ImmutableHashSet<DateOnly>.Empty : excluded
        );
        var confounders = Confounders(window);
        var (verdict, reason) = VerdictRules.Decide(figures, confounders);
        var announcement = Subject.Announcement;
        return new CorrelationResult(
            Symbol.Symbol,
            announcement.Id,
            announcement.Kind,
            announcement.Title,
            announcement.PublishedAt,
            Subject.Day.Session,
            Subject.Day.Reason,
            benchmark.Symbol,
            "market model",
            window.From,
            window.To,
            figures.EstimationFrom,
            figures.EstimationTo,
            figures.EstimationSessions,
            figures.Close,
            figures.Return,
            figures.BenchmarkReturn,
            figures.ExpectedReturn,
            window.Length == 1 ? figures.Abnormal?.Value : null,
            figures.Abnormal?.Value,
            figures.Abnormal?.StandardError,
            Finite(figures.Abnormal?.T),
            figures.Abnormal?.DegreesOfFreedom,
            Finite(figures.Abnormal?.P),
            figures.Model?.Alpha,
            figures.Model?.Beta,
            figures.Model?.Sigma,
            verdict,
            reason,
            confounders,
            exclusions,
            figures.ExcludedSessions,
            [.. Notes(benchmark, figures)],
            now,
            Former(benchmark, window, exclusions)
        );
    }

    /// <summary>What was said before prices were revised, the first time where it was more than once.</summary>
    private FormerResult? Former(WatchedBenchmark benchmark, EventWindow window, string exclusions)
    {
        var former = RevisedResults.FirstOrDefault(r =>
            IsCurrent(r, benchmark, window, exclusions)
        );
        return former is null ? null : former.Former ?? FormerResult.Of(former);
    }

    private ImmutableArray<CorrelationResult> RevisedResults => Revised.IsDefault ? [] : Revised;

    /// <summary>A figure that is no number counts as one that can't be computed: tables hold none either.</summary>
    private static double? Finite(double? figure) =>
        figure is { } number && double.IsFinite(number) ? number : null;

    private IEnumerable<string> Notes(WatchedBenchmark benchmark, StudyFigures figures)
    {
        if (benchmark.HoldsSymbol)
        {
            yield return $"{benchmark.Symbol} itself holds {Symbol.Symbol}, which hides a part of {Symbol.Symbol}'s own move.";
        }

        if (Subject.Announcement.Kind == AnnouncementKind.Comment)
        {
            yield return "A comment may have been written because of a move: its day was chosen by the outcome, so p tells how unusual the day was and is no test of an announcement.";
        }

        if (!Subject.Day.TimeKnown)
        {
            yield return "The time of day is unknown, so the event day may be one session off: read the window -1..1 too.";
        }

        if (figures.Abnormal is not null && figures.EstimationSessions < StudyRules.ThinSessions)
        {
            yield return $"Thin estimation window: {figures.EstimationSessions} sessions, {StudyRules.ThinSessions} are asked for.";
        }
    }

    private ImmutableArray<Confounder> Confounders(EventWindow window)
    {
        if (!_confounders.TryGetValue(window, out var found))
        {
            _confounders[window] = found = FindConfounders(window);
        }

        return found;
    }

    /// <summary>The other announcements that can share in a move.</summary>
    private IEnumerable<PlacedAnnouncement> Others =>
        Known.Where(k =>
            k.Announcement.Id != Subject.Announcement.Id
            && VerdictRules.CanConfound(k.Announcement.Kind)
        );

    private ImmutableArray<Confounder> FindConfounders(EventWindow window)
    {
        var from = TradingCalendar.Offset(Subject.Day.Session, window.From);
        var to = TradingCalendar.Offset(Subject.Day.Session, window.To);
        return
        [
            .. Others
                .Where(k => k.Day.Session >= from && k.Day.Session <= to)
                .OrderBy(k => k.Announcement.Kind)
                .ThenBy(k => k.Announcement.Id, StringComparer.Ordinal)
                .Select(k => new Confounder(
                    k.Announcement.Id,
                    k.Announcement.Kind,
                    k.Announcement.Title,
                    k.Day.Session
                )),
        ];
    }

    private bool IsCurrent(
        CorrelationResult result,
        WatchedBenchmark benchmark,
        EventWindow window,
        string exclusions
    ) =>
        result.Benchmark == benchmark.Symbol
        && result.WindowFrom == window.From
        && result.WindowTo == window.To
        && result.Exclusions == exclusions
        && result.EventDay == Subject.Day.Session
        && result.Kind == Subject.Announcement.Kind
        && result.Confounders.SequenceEqual(Confounders(window));

    private bool IsRevised(CorrelationResult result) =>
        RevisedResults.Any(r =>
            r.ComputedAt == result.ComputedAt
            && r.Benchmark == result.Benchmark
            && r.WindowFrom == result.WindowFrom
            && r.WindowTo == result.WindowTo
            && r.Exclusions == result.Exclusions
        );

    private bool HasClosed(PriceSeries stock, AlignedReturns returns, EventWindow window)
    {
        var last = TradingCalendar.Offset(Subject.Day.Session, window.To);
        if (stock.Count == 0)
        {
            return false;
        }

        var (day, end) = (returns.IndexOf(last), returns.Sessions.Length - 1);
        var isThere = day >= 0 && !double.IsNaN(returns.Stock[day] + returns.Benchmark[day]);
        return isThere
            || TradingCalendar.Offset(last, StudyRules.SessionsUntilMissingForGood)
                <= (end >= 0 ? returns.Sessions[end] : stock[^1].Session);
    }
}
