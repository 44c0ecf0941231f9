using System.Diagnostics;
using System.Reflection;

namespace MarketPulse.Infra.Tests;

/// <summary>The pinned Bicep command line, which reaches nothing but the files that it is given.</summary>
internal static class Bicep
{
    /// <summary>Runs it in <c>infra/</c>; where it isn't to be had for this system, the test that asks is skipped, visibly.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(
        params string[] arguments
    )
    {
        var path = typeof(Bicep)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "Bicep")
            ?.Value;
        Assert.SkipWhen(path is null, "Bicep is pinned for Linux on x64 only.");
        if (OperatingSystem.IsLinux())
        {
            // The package keeps no execute bit.
            File.SetUnixFileMode(
                path!,
                File.GetUnixFileMode(path!) | UnixFileMode.UserExecute | UnixFileMode.UserRead
            );
        }

        var start = new ProcessStartInfo(path!)
        {
            WorkingDirectory = Repository.Infra,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output, await errors);
    }
}
