using System.Diagnostics;

namespace MarketPulse.Tests.Cli;

/// <summary>The command line as a program of its own: what goes in, what comes out.</summary>
internal static class CliProgram
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string input,
        bool isPrivateAllowed,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MarketPulse.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Http__AllowPrivateAddresses"] = isPrivateAllowed ? "true" : "false";
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }
}
