using System.Collections.Immutable;

namespace MarketPulse.Correlation;

/// <summary>The figures of one event over one window; what could not be computed is null and <see cref="Problem"/> says why.</summary>
/// <param name="ExcludedSessions">Sessions left out of the estimation window on purpose.</param>
public sealed record StudyFigures(ImmutableArray<DateOnly> ExcludedSessions)
{
    public DateOnly? EstimationFrom { get; init; }

    public DateOnly? EstimationTo { get; init; }

    public int EstimationSessions { get; init; }

    /// <summary>The close of the window's last session, as traded.</summary>
    public double? Close { get; init; }

    public double? Return { get; init; }

    public double? BenchmarkReturn { get; init; }

    public double? ExpectedReturn { get; init; }

    public MarketModel? Model { get; init; }

    public AbnormalReturn? Abnormal { get; init; }

    public string? Problem { get; init; }

    public static StudyFigures Missing(string problem) => new([]) { Problem = problem };
}
