using System.Diagnostics;
using System.Text.Json;

namespace MarketPulse.Cli.Local;

/// <summary>Azurite as package.json pins it, installed by npm on first use (IO).</summary>
internal static class AzuritePackage
{
    /// <summary>The path of the table service's entry point.</summary>
    /// <exception cref="SettingException">npm or the package can't be had; the message says what to do.</exception>
    public static async Task<string> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        var root =
            FindRoot()
            ?? throw new SettingException(
                "package.json, which pins Azurite, isn't in any folder above the program. Run from a clone of the repository, or set Storage__ConnectionString to a table endpoint that runs already."
            );
        var main = Path.Combine(root, "node_modules", "azurite", "dist", "src", "table", "main.js");
        if (IsInstalled(root))
        {
            return main;
        }

        // Two programs that start at once must not install over each other.
        await using var turn = await TakeTurnAsync(
            Path.Combine(root, ".azurite-install.lock"),
            cancellation
        );
        if (!IsInstalled(root))
        {
            say("Fetching Azurite, the local table storage (once, about half a minute) …");
            await InstallAsync(root, cancellation);
        }

        return main;
    }

    private static string? FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (
                File.Exists(Path.Combine(folder.FullName, "package.json"))
                && Pinned(folder.FullName) is not null
            )
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static bool IsInstalled(string root)
    {
        // npm writes this file last: without it an installation was cut off.
        var finished = File.Exists(Path.Combine(root, "node_modules", ".package-lock.json"));
        return finished
            && Pinned(root) is { } pinned
            && pinned.All(package =>
                Path.Combine(root, "node_modules", package.Name, "package.json") is var file
                && File.Exists(file)
                && Read(file).GetProperty("version").GetString() == package.Version
            );
    }

    /// <summary>Every package that package.json pins, the tests' own included; null where Azurite isn't among them.</summary>
    private static List<(string Name, string? Version)>? Pinned(string root)
    {
        var file = Read(Path.Combine(root, "package.json"));
        var pinned = (
            from section in (string[])["dependencies", "devDependencies"]
            where file.TryGetProperty(section, out _)
            from package in file.GetProperty(section).EnumerateObject()
            select (package.Name, package.Value.GetString())
        ).ToList();
        return pinned.Any(p => p.Name == "azurite") ? pinned : null;
    }

    private static JsonElement Read(string path) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path));

    private static async Task InstallAsync(string root, CancellationToken cancellation)
    {
        var windows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(windows ? "cmd" : "npm")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (
            var argument in (string[])
                [
                    .. windows ? ["/c", "npm"] : Array.Empty<string>(),
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start)!;
            npm.StandardInput.Close();
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await npm.StandardError.ReadToEndAsync(cancellation);
            await output;
            await npm.WaitForExitAsync(cancellation);
            if (npm.ExitCode != 0)
            {
                throw new SettingException(
                    $"npm could not install Azurite (exit code {npm.ExitCode}): {errors.Trim()} Run 'npm ci' in {root} to see it whole."
                );
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new SettingException(
                "npm isn't on this machine's PATH. Install Node.js 20 or newer (https://nodejs.org), which brings it.",
                error
            );
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellation);
            }
        }
    }
}
