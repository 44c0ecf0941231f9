using System.Collections.Frozen;

namespace MarketPulse.Queries.Http;

/// <summary>The page's own files, read once from the program's folder (IO): a name that isn't one of theirs leads nowhere.</summary>
public sealed class DashboardFiles
{
    private const string Index = "index.html";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<
        string,
        string
    >
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Lazy<FrozenDictionary<string, ApiResult>> _files = new(Read);

    /// <param name="name">A file's name without a folder; null or empty for the page itself.</param>
    public ApiResult Find(string? name) =>
        _files.Value.GetValueOrDefault(string.IsNullOrEmpty(name) ? Index : name)
        ?? ApiProblem.NotFound("The page has no such file.", ["/", "api/openapi.json"]);

    private static FrozenDictionary<string, ApiResult> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "dashboard");
        return (Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
            .Where(path => MediaTypes.ContainsKey(Path.GetExtension(path)))
            .ToFrozenDictionary(
                path => Path.GetFileName(path),
                path => new ApiResult(File.ReadAllBytes(path), MediaTypes[Path.GetExtension(path)]),
                StringComparer.Ordinal
            );
    }
}
