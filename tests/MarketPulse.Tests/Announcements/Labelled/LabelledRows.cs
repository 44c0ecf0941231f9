namespace MarketPulse.Tests.Announcements.Labelled;

/// <summary>Rows labelled by hand, tab separated, in the tests' own words.</summary>
internal static class LabelledRows
{
    public static IReadOnlyList<string[]> Read(string file) =>
        [
            .. File.ReadLines(
                    Path.Combine(AppContext.BaseDirectory, "Announcements", "Labelled", file)
                )
                .Where(l => l.Length > 0)
                .Select(l => l.Split('\t')),
        ];
}
