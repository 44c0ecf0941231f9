namespace MarketPulse.Queries;

/// <summary>A part of an answer.</summary>
/// <param name="Rows">None is legal though more follow: what was looked at didn't match.</param>
/// <param name="Next">What to hand back as <c>after</c> to get the rows that follow, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
