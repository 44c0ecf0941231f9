using System.CommandLine;
using Azure.Identity;
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
        var azure = new Option<string?>("--azure")
        {
            Description =
                "Check what 'azd up' deployed, as its user: an azd environment's name, or nothing for the default one",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "doctor",
            "Check configuration, storage, calendar, prices, mail and sources; say what to do."
        )
        {
            data,
            offline,
            azure,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    parsed.GetResult(azure) is null
                        ? RunAsync(parsed.GetValue(data), parsed.GetValue(offline), cancellation)
                        : RunAzureAsync(
                            parsed.GetValue(azure),
                            parsed.GetValue(offline),
                            cancellation
                        )
                )
        );
        Examples.Of(
            command,
            ("doctor", "everything, the network too"),
            ("doctor --offline --data .marketpulse/replay", "what is stored, without the network"),
            ("doctor --azure", "the deployment of the default azd environment")
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
        return await TellAsync(
            new Checks(host, host.Get<TimeProvider>(), isReplay).RunAsync(offline, cancellation)
        );
    }

    private static async Task<int> RunAzureAsync(
        string? name,
        bool offline,
        CancellationToken cancellation
    )
    {
        var environment = AzureEnvironment.Read(Environment.CurrentDirectory, name);
        using var http = new SocketsHttpHandler { AllowAutoRedirect = false };
        var before = await new AzureChecks(
            environment,
            new DefaultAzureCredential(),
            http
        ).RunAsync(offline, cancellation);
        if (offline || before.Any(f => f is { What: not "Functions app", Health: Health.Trouble }))
        {
            return await TellAsync(before.ToAsyncEnumerable());
        }

        var data = LocalData.At(LocalData.Default);
        await using var host = await CliHost.StartAsync(
            data,
            ownTables: false,
            cancellation,
            environment.Settings(data.Mail)
        );
        return await TellAsync(
            before
                .ToAsyncEnumerable()
                .Concat(
                    new Checks(host, host.Get<TimeProvider>(), isReplay: false).RunAsync(
                        offline,
                        cancellation
                    )
                )
        );
    }

    private static async Task<int> TellAsync(IAsyncEnumerable<Finding> findings)
    {
        var troubles = 0;
        await foreach (var finding in findings)
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
