namespace MarketPulse.Storage;

/// <summary>A part of a range of rows, in key order.</summary>
/// <param name="Rows">Those that matched; none is legal though more follow.</param>
/// <param name="LastRow">The key to go on after, or null where the range is at its end.</param>
public sealed record TablePage<T>(IReadOnlyList<T> Rows, string? LastRow)
{
    /// <summary>The most rows that one page looks at, whatever it finds: what one request to the service brings.</summary>
    public const int MostRowsRead = 1000;
}
