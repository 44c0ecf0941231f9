namespace MarketPulse.Tests.Feeds;

/// <summary>Feeds and pages in the project's own words, one trait each.</summary>
internal static class FeedFixtures
{
    private static readonly string Folder = System.IO.Path.Combine(
        Repository.Root,
        "tests",
        "MarketPulse.Tests",
        "Feeds",
        "Fixtures"
    );

    public static string Path(string file) => System.IO.Path.Combine(Folder, file);

    public static IReadOnlyList<string> All =>
        [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal)];
}
