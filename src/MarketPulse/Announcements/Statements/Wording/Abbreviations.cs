namespace MarketPulse.Announcements.Statements.Wording;

/// <summary>Words whose full stop ends no sentence.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "inc",
        "corp",
        "co",
        "ltd",
        "mr",
        "ms",
        "mrs",
        "dr",
        "vs",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "approx",
        "est",
        "pct",
        "no",
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
        "st",
        "okt",
        "dez",
        "etc",
        "incl",
        "avg",
    };

    public static bool Are(string word) => Words.Contains(word.ToLowerInvariant());
}
