using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using Spectre.Console;

namespace MarketPulse.Cli;

/// <summary><c>marketpulse run</c>: every stage once, now, against the configured storage and the live sources.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Also what was skipped and why",
        };
        var command = new Command(
            "run",
            "Run every stage once, now: live sources, the configured storage, real mails."
        )
        {
            data,
            verbose,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(parsed.GetValue(data), parsed.GetValue(verbose), cancellation)
                )
        );
        Examples.Of(
            command,
            ("run", "into .marketpulse, mails into .marketpulse/mail"),
            ("run --data /srv/marketpulse", "into another folder")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string? folder,
        bool verbose,
        CancellationToken cancellation
    )
    {
        await using var host = await CliHost.StartAsync(
            LocalData.At(folder ?? LocalData.Default),
            ownTables: folder is not null,
            cancellation,
            verbose: verbose
        );
        var pipeline = host.Get<Pipeline>();
        var problems = 0;
        foreach (var function in FunctionNames.All)
        {
            var report = await pipeline.RunAsync(function, cancellation);
            var counts = string.Join(", ", report.Counts.Select(c => $"{c.Value} {c.Key}"));
            Terminal.Out.WriteLine($"{function}: {(counts.Length > 0 ? counts : "nothing new")}");
            foreach (var (what, why) in report.Problems)
            {
                problems++;
                Terminal.Out.WriteLine($"  {what}: {why}");
            }
        }

        Terminal.Out.WriteLine(
            $"Table transactions: {host.Get<Storage.TransactionCounter>().Count}"
        );
        return problems == 0 ? Terminal.Done : Terminal.Partly;
    }
}
