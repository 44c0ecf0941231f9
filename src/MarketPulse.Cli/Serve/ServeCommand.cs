using System.CommandLine;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using Spectre.Console;

namespace MarketPulse.Cli.Serve;

/// <summary><c>marketpulse serve</c>: the page and the API on this machine, with the timers running inside.</summary>
internal static class ServeCommand
{
    public const int DefaultPort = 5280;

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var port = new Option<int?>("--port")
        {
            Description = $"Port on 127.0.0.1; default {DefaultPort}, 0 for any that is free",
        };
        var urls = new Option<string?>("--urls")
        {
            Description =
                "Addresses to listen at instead, separated by ';'. There is no key: whoever reaches them reads everything",
        };
        var sample = new Option<bool>("--sample")
        {
            Description =
                $"Show the bundled history: a finished replay in {LocalData.DefaultReplay} where there is one, else replayed once into {SampleData.Folder} (about a minute); no timers",
        };
        var noTimers = new Option<bool>("--no-timers") { Description = "Only answer" };
        var command = new Command(
            "serve",
            "Serve the page and the API on this machine, and run every function on its schedule."
        )
        {
            data,
            port,
            urls,
            sample,
            noTimers,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(
                        parsed.GetValue(data),
                        ServeAddresses.Of(parsed.GetValue(urls), parsed.GetValue(port)),
                        parsed.GetValue(sample),
                        parsed.GetValue(noTimers),
                        cancellation
                    )
                )
        );
        Examples.Of(
            command,
            ("serve --sample", "the bundled history, at once and offline"),
            ("serve", "your own data, kept up to date while it runs"),
            ("serve --data .marketpulse/replay --port 8080", "a replay, at another port")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string? folder,
        ServeAddresses addresses,
        bool sample,
        bool noTimers,
        CancellationToken cancellation
    )
    {
        if (sample && folder is not null)
        {
            throw new SettingException(
                "--sample brings its own data. Leave out --data, or leave out --sample."
            );
        }

        var data = sample
            ? await SampleData.EnsureAsync(cancellation)
            : LocalData.At(folder ?? LocalData.Default);
        var replayed = ReplayedNow.Of(data);
        await using var host = await CliHost.StartAsync(
            data,
            ownTables: sample || folder is not null,
            cancellation,
            register: services => ReplayedNow.Register(services, data)
        );
        await using var server = await PageServer.StartAsync(host, addresses, cancellation);
        foreach (var url in server.Urls)
        {
            Terminal.Out.WriteLine($"MarketPulse is at {url}");
        }

        if (!addresses.AreLocal)
        {
            await Console.Error.WriteLineAsync(
                "There is no key: whoever reaches these addresses reads everything that is stored. Silences can't be changed there; 'marketpulse silence' does it."
            );
        }

        var timers = replayed is null && !noTimers;
        Terminal.Out.WriteLine(
            timers ? "The functions run on their schedules. Ctrl-C stops."
            : replayed is null ? "The functions don't run (--no-timers). Ctrl-C stops."
            : $"It shows the replay in {Path.GetRelativePath(".", data.Root)}, up to {Answer.Date(replayed.Value)}; the functions don't run. Ctrl-C stops."
        );
        try
        {
            await (
                timers
                    ? new ScheduledRuns(host).RunAsync(cancellation)
                    : Task.Delay(Timeout.Infinite, cancellation)
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // How serving ends.
        }

        return Terminal.Done;
    }
}
