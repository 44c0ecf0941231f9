namespace MarketPulse.Tests;

/// <summary>Material that lies beside the repository on some machines and may not be copied into it.</summary>
internal static class Shared
{
    /// <summary>A file's path; where it isn't there, the test that asks is skipped, visibly.</summary>
    public static string File(string relative)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (System.IO.File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/{relative} isn't beside this clone.");
        return "";
    }
}
