namespace MarketPulse.Announcements.Statements.Wording.Periods;

/// <summary>Tells words that count from a year's end: "below where it finished 2024", 较2024年底.</summary>
internal static class YearEnds
{
    private static readonly string[] Ends =
    [
        "ended",
        "finished",
        "closed",
        "end of",
        "close",
        "年底",
        "年末",
        "年收盘",
    ];

    /// <param name="words">A span's words in plain characters.</param>
    public static bool Are(ReadOnlySpan<char> words)
    {
        foreach (var end in Ends)
        {
            if (words.Contains(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
