using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Statements.Wording;

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

    public static bool Are(string word) => Words.Contains(word.ToLowerInvariant());
}
