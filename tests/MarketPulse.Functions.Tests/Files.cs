namespace MarketPulse.Functions.Tests;

/// <summary>Files of the repository that the build puts beside these tests.</summary>
internal static class Files
{
    public static string Read(string path) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));
}
