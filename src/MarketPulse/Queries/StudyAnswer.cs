using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Correlation;

namespace MarketPulse.Queries;

/// <summary>All events of one kind over one window against one benchmark. Returns are simple and fractions.</summary>
/// <param name="Count">Events with a return over the window: n of the tests.</param>
/// <param name="Average">CAAR: the mean of the events' cumulative abnormal returns; null without one.</param>
/// <param name="Lower">Lower end of the CAAR's 95 % interval (cross-sectional, Student t).</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Read">The test that is to be read, decided by rules fixed before any outcome.</param>
/// <param name="ReadBecause">Why that one.</param>
/// <param name="Tests">Every test.</param>
/// <param name="Events">Every event, oldest first.</param>
public sealed record StudyAnswer(
    string Symbol,
    AnnouncementKind Kind,
    string Benchmark,
    string Window,
    int Count,
    double? Average,
    double? StandardDeviation,
    double? Lower,
    double? Upper,
    string Read,
    string ReadBecause,
    ImmutableArray<StudyTest> Tests,
    ImmutableArray<StudyEventAnswer> Events
);

/// <summary>One test across events; null figures where the data can't carry it.</summary>
/// <param name="DegreesOfFreedom">Of Student's t; null where the reference is the standard normal or an exact distribution.</param>
/// <param name="P">Two-sided.</param>
public sealed record StudyTest(string Name, double? Statistic, int? DegreesOfFreedom, double? P);

/// <summary>One event of a study.</summary>
/// <param name="Abnormal">CAR over the window, a fraction.</param>
/// <param name="Lower">Lower end of its 95 % interval (forecast error, Student t).</param>
/// <param name="Upper">Upper end.</param>
/// <param name="AdjustedP">After Benjamini and Hochberg over all the symbol's events of this study.</param>
public sealed record StudyEventAnswer(
    string AnnouncementId,
    string Title,
    DateOnly EventDay,
    double? Abnormal,
    double? Lower,
    double? Upper,
    double? T,
    double? P,
    double? AdjustedP,
    Verdict Verdict,
    string Reason
);
