using System.Text.Json;

namespace MarketPulse.Functions.Tests;

/// <summary>What <c>local.settings.json.example</c> sets, and a host built with it.</summary>
internal static class Settings
{
    /// <summary>The file's values, under the names that the code reads them by (<c>A:B</c>).</summary>
    public static readonly IReadOnlyDictionary<string, string> Example = JsonDocument
        .Parse(Files.Read("Functions/local.settings.json.example"))
        .RootElement.GetProperty("Values")
        .EnumerateObject()
        .ToDictionary(v => v.Name.Replace("__", ":"), v => v.Value.GetString()!);

    /// <summary>The example's settings as a command line, some of them changed.</summary>
    public static string[] With(params (string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string>(Example);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return [.. settings.Select(s => $"--{s.Key}={s.Value}")];
    }
}
