namespace MarketPulse.Correlation;

/// <summary>What is declared before any result is seen: windows, levels and bounds.</summary>
public static class StudyRules
{
    /// <summary>Estimation window: 250 sessions that end 11 before the event day, so that the event can't leak into it.</summary>
    public static readonly EventWindow Estimation = new(-260, -11);

    /// <summary>The windows measured. The first decides verdicts in mails and alerts.</summary>
    public static readonly IReadOnlyList<EventWindow> Windows = [new(0, 0), new(-1, 1), new(0, 5)];

    /// <summary>Another announcement's own window, left out of the estimation window in the second result.</summary>
    public static readonly EventWindow Excluded = new(0, 1);

    /// <summary>Two-sided level of "significant".</summary>
    public const double Level = 0.05;

    /// <summary>Fewer estimation sessions than this: no answer.</summary>
    public const int MinimumSessions = 60;

    /// <summary>Fewer than this: an answer with a warning.</summary>
    public const int ThinSessions = 120;

    /// <summary>A bar that is missing though so many later sessions have theirs won't come any more.</summary>
    public const int SessionsUntilMissingForGood = 3;
}
