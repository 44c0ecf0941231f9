using MarketPulse.Cli.Local;

namespace MarketPulse.Tests;

/// <summary>A folder that goes when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("marketpulse-").FullName;

    internal LocalData Data => LocalData.At(Path);

    internal LocalData In(string name) => LocalData.At(System.IO.Path.Combine(Path, name));

    /// <summary>Every file below a folder with its bytes, by relative path.</summary>
    public static SortedDictionary<string, string> Files(params string[] folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                files[
                    $"{System.IO.Path.GetFileName(folder)}/{System.IO.Path.GetRelativePath(folder, file)}"
                ] = Convert.ToBase64String(File.ReadAllBytes(file));
            }
        }

        return files;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
