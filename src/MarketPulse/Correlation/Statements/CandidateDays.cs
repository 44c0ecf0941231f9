using System.Collections.Immutable;

namespace MarketPulse.Correlation.Statements;

/// <summary>The sessions that a text may mean, the likeliest first.</summary>
/// <param name="Certain">Whether no session outside the list can be meant: only then may a figure be contradicted by all of them.</param>
/// <param name="Dated">Whether the words give month and day, so that only the year is open.</param>
/// <param name="Fits">Which sessions the words allow where nothing more is known ("Tuesday"); used to search by figures.</param>
internal sealed record CandidateDays(
    ImmutableArray<DateOnly> Sessions,
    bool Certain,
    Func<DateOnly, bool> Fits,
    bool Dated = false
)
{
    public static readonly CandidateDays Any = new([], false, _ => true);
}
