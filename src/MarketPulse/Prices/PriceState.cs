using System.Collections.Immutable;

namespace MarketPulse.Prices;

/// <summary>What a run must know of a symbol's bars to see that it has nothing to do: one row a symbol, all read at once.</summary>
/// <remarks>Only a shortcut: it is derived from the bars, and where it is missing or wrong the next fetch derives it anew.</remarks>
/// <param name="Newest">The newest stored session.</param>
/// <param name="CheckedOn">The session at which the whole history was last compared with the calendar and the source.</param>
/// <param name="AskedFor">The session that the source was last asked for.</param>
/// <param name="Attempts">How often it was asked for that session without having it.</param>
/// <param name="NextAttemptAt">Not before (UTC).</param>
/// <param name="Trouble">Why the symbol has no prices at all, or null.</param>
/// <param name="Gaps">Missing sessions, oldest first.</param>
/// <param name="Changes">Bars that came late or were revised, oldest first.</param>
/// <param name="Quarantined">How many bars are held back.</param>
/// <param name="At">When the bars were last looked at (UTC).</param>
public sealed record PriceState(
    DateOnly? Newest,
    DateOnly? CheckedOn,
    DateOnly? AskedFor,
    int Attempts,
    DateTimeOffset NextAttemptAt,
    string? Trouble,
    ImmutableArray<PriceGap> Gaps,
    ImmutableArray<BarChange> Changes,
    int Quarantined,
    DateTimeOffset At
)
{
    /// <summary>The partition of the table of sources.</summary>
    public const string Sort = "prices";

    /// <summary>Days after which the whole history is compared again, with the next session's fetch.</summary>
    public const int DaysBetweenChecks = 7;

    // Bounds of what a row may hold.
    private const int MostGaps = 100;
    private const int MostChanges = 20;

    // An hourly run asks so often for a session that is late; then less often.
    private const int EagerAttempts = 6;
    private const int MostAttempts = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    public static readonly PriceState None = new(
        null,
        null,
        null,
        0,
        DateTimeOffset.UnixEpoch,
        null,
        [],
        [],
        0,
        DateTimeOffset.UnixEpoch
    );

    /// <summary>Whether the source is to be asked now.</summary>
    /// <param name="expected">The last completed session.</param>
    public bool IsDue(DateOnly expected, DateTimeOffset now)
    {
        var isBehind = Newest is not { } newest || newest < expected;
        return Newest > expected // It can't be: the row is wrong.
            || (
                isBehind
                && (
                    AskedFor != expected
                    || (Trouble is null && Attempts < MostAttempts && NextAttemptAt <= now)
                )
            )
            || (Trouble is null && Gaps.Any(gap => gap.NextAttemptAt <= now));
    }

    /// <summary>Whether the whole history is to be compared.</summary>
    public bool IsCheckDue(DateOnly expected) =>
        CheckedOn is not { } last || last > expected || last.AddDays(DaysBetweenChecks) <= expected;

    /// <summary>The state after a fetch that didn't bring the expected session.</summary>
    public PriceState Missed(DateOnly expected, DateTimeOffset now)
    {
        var attempts = AskedFor == expected ? Attempts + 1 : 1;
        return this with
        {
            AskedFor = expected,
            Attempts = attempts,
            NextAttemptAt = attempts < EagerAttempts ? now : now + Patience,
        };
    }

    /// <summary>Whether a session that is missing will be asked for by the next run, not only by the next session's.</summary>
    public bool IsEager => Attempts < EagerAttempts;

    public PriceState With(IEnumerable<PriceGap> gaps) =>
        this with
        {
            Gaps = [.. gaps.OrderBy(gap => gap.From).TakeLast(MostGaps)],
        };

    public PriceState With(BarChange change)
    {
        var changes = Changes.Add(change);
        return this with
        {
            Changes =
                changes.Length <= MostChanges
                    ? changes
                    :
                    [
                        new(
                            Earlier(changes[0].From, changes[1].From),
                            Later(changes[0].To, changes[1].To),
                            changes[1].At
                        ),
                        .. changes[2..],
                    ],
        };
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
