namespace MarketPulse.Correlation.CrossSection;

/// <summary>Counts pairs of events whose windows share a session.</summary>
internal static class WindowOverlaps
{
    /// <param name="rows">The events' sessions, sorted ascending.</param>
    /// <param name="length">The window's length: rows closer than this share a session.</param>
    public static long Pairs(ReadOnlySpan<int> rows, int length)
    {
        var pairs = 0L;
        for (var (i, first) = (0, 0); i < rows.Length; i++)
        {
            while (rows[i] - rows[first] >= length)
            {
                first++;
            }

            pairs += i - first;
        }

        return pairs;
    }
}
