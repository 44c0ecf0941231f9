using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
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
        var data = LocalData.At(folder ?? LocalData.Default);
        if (ReplayMarker.Read(data.Root) is not null)
        {
            throw new SettingException(
                $"{Terminal.Shorten(data.Root)} holds a replay. Live data would mix with it: name another folder with --data."
            );
        }

        await using var host = await CliHost.StartAsync(
            data,
            ownTables: folder is not null,
            cancellation,
            verbose: verbose
        );
        var pipeline = host.Get<Pipeline>();
        var problems = 0;
        // The watchdog before the sender, so that what it has to say goes out at once.
        foreach (var function in FunctionNames.All.OrderBy(f => f == FunctionNames.SendAlerts))
        {
            var report = await pipeline.RunAsync(function, cancellation);
            var counts = string.Join(", ", report.Counts.Select(c => $"{c.Key} {c.Value}"));
            Terminal.Out.WriteLine(
                $"{function}: {(counts.Length > 0 ? counts : "nothing new")} ({report.Transactions} table transaction{(report.Transactions == 1 ? "" : "s")})"
            );
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
