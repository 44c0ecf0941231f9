using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using Spectre.Console;

namespace MarketPulse.Cli.Doctor;

/// <summary><c>marketpulse doctor</c>: checks everything that the pipeline needs and says what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var offline = new Option<bool>("--offline")
        {
            Description = "Don't ask the feeds, the price source and the mail server",
        };
        var command = new Command(
            "doctor",
            "Check configuration, storage, calendar, prices, mail and sources; say what to do."
        )
        {
            data,
            offline,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(parsed.GetValue(data), parsed.GetValue(offline), cancellation)
                )
        );
        Examples.Of(
            command,
            ("doctor", "everything, the network too"),
            ("doctor --offline --data .marketpulse/replay", "what is stored, without the network")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string? folder,
        bool offline,
        CancellationToken cancellation
    )
    {
        var data = LocalData.At(folder ?? LocalData.Default);
        var isReplay = ReplayMarker.Read(data.Root) is not null;
        await using var host = await CliHost.StartAsync(
            data,
            ownTables: folder is not null,
            cancellation
        );
        var troubles = 0;
        await foreach (
            var finding in new Checks(host, host.Get<TimeProvider>(), isReplay).RunAsync(
                offline,
                cancellation
            )
        )
        {
            troubles += finding.Health == Health.Trouble ? 1 : 0;
            var (mark, colour) = finding.Health switch
            {
                Health.Ok => ("ok     ", "green"),
                Health.Note => ("note   ", "yellow"),
                _ => ("TROUBLE", "red"),
            };
            Terminal.Out.MarkupLine(
                $"[{colour}]{mark}[/] {Markup.Escape(finding.What)}: {Markup.Escape(finding.Text)}"
            );
        }

        Terminal.Out.WriteLine(troubles == 0 ? "Nothing to mend." : $"{troubles} to mend.");
        return troubles == 0 ? Terminal.Done : Terminal.Partly;
    }
}
