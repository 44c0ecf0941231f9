namespace MarketPulse.Functions.Tests;

/// <summary>Where the tests start. xunit would generate this, but not under a name that StartupObject could tell from the app's Main.</summary>
internal static class TestProgram
{
    private static Task<int> Main(string[] args) =>
        args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            )
            : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
