using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording.Texts;

/// <summary>Words whose full stop ends no sentence.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> Words =
    [
        .. CommonAbbreviations.All,
        "est",
        "pct",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "ca",
        "mrd",
        "mio",
        "bzw",
        "ggü",
        "okt",
        "dez",
        "etc",
        "incl",
        "avg",
    ];

    /// <param name="word">A short one, however it is capitalised.</param>
    public static bool Are(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }
}
