namespace MarketPulse.Announcements.Articles;

/// <summary>Words, in lower case, whose full stop ends no sentence in any kind of text; each reader adds its own.</summary>
internal static class CommonAbbreviations
{
    public static readonly string[] All =
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "mr",
        "ms",
        "mrs",
        "dr",
        "st",
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
        "no",
        "approx",
    ];
}
