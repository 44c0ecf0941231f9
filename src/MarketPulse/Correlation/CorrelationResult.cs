using System.Collections.Immutable;
using MarketPulse.Announcements;

namespace MarketPulse.Correlation;

/// <summary>
/// One announcement measured over one window against one benchmark: what is stored, queried and mailed.
/// Returns are simple and fractions (−0.0343 is −3.43 %); a figure that can't be computed is null.
/// </summary>
/// <param name="EventDay">The session τ = 0 on which the market could first act on it.</param>
/// <param name="EventDayReason">Why that session: before open, in session, after close, weekend, holiday, time unknown.</param>
/// <param name="Model">The model of the expected return, such as <c>market model</c>.</param>
/// <param name="WindowFrom">First session of the window relative to the event day, inclusive.</param>
/// <param name="WindowTo">Last session of the window relative to the event day, inclusive.</param>
/// <param name="EstimationFrom">First session of the estimation window, inclusive.</param>
/// <param name="EstimationTo">Last session of the estimation window, inclusive.</param>
/// <param name="EstimationSessions">Sessions used for the estimate, missing and excluded ones left out.</param>
/// <param name="Close">The close of the window's last session, as traded.</param>
/// <param name="Return">The stock's total return over the window (compounded).</param>
/// <param name="BenchmarkReturn">The benchmark's total return over the window (compounded).</param>
/// <param name="ExpectedReturn">The sum over the window of what the model expects.</param>
/// <param name="AbnormalReturn">AR: for one-session windows only, null otherwise.</param>
/// <param name="CumulativeAbnormalReturn">CAR: the sum of the window's abnormal returns.</param>
/// <param name="StandardError">Forecast standard error of the CAR, estimation error included.</param>
/// <param name="VerdictReason">The declared rule's outcome in words.</param>
/// <param name="Confounders">Other announcements whose event day falls into the window.</param>
/// <param name="Exclusions">
/// <c>none</c>: every session of the estimation window counts. <c>announcements</c>: sessions within other
/// announcements' event windows are left out. Both are always stored.
/// </param>
/// <param name="ExcludedSessions">The sessions so left out.</param>
/// <param name="ComputedAt">When (UTC).</param>
/// <param name="Former">What it said before its prices were revised: the first of them, which may have been mailed; null if they never were.</param>
public sealed record CorrelationResult(
    string Symbol,
    string AnnouncementId,
    AnnouncementKind Kind,
    string Title,
    DateTimeOffset? PublishedAt,
    DateOnly EventDay,
    string EventDayReason,
    string Benchmark,
    string Model,
    int WindowFrom,
    int WindowTo,
    DateOnly? EstimationFrom,
    DateOnly? EstimationTo,
    int EstimationSessions,
    double? Close,
    double? Return,
    double? BenchmarkReturn,
    double? ExpectedReturn,
    double? AbnormalReturn,
    double? CumulativeAbnormalReturn,
    double? StandardError,
    double? T,
    int? DegreesOfFreedom,
    double? P,
    double? Alpha,
    double? Beta,
    double? Sigma,
    Verdict Verdict,
    string VerdictReason,
    ImmutableArray<Confounder> Confounders,
    string Exclusions,
    ImmutableArray<DateOnly> ExcludedSessions,
    ImmutableArray<string> Notes,
    DateTimeOffset ComputedAt,
    FormerResult? Former = null
);

/// <summary>Another announcement in the window.</summary>
public sealed record Confounder(
    string AnnouncementId,
    AnnouncementKind Kind,
    string Title,
    DateOnly EventDay
);
