namespace MarketPulse.Infra.Tests;

/// <summary>The clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Infra { get; } = Path.Combine(Root, "infra");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketPulse.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException(
                    "MarketPulse.sln is in no folder above the tests."
                );
        }

        return folder.FullName;
    }
}
