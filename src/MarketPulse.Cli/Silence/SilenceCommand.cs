using System.CommandLine;
using System.CommandLine.Parsing;
using MarketPulse.Alerts.Delivery;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;

namespace MarketPulse.Cli.Silence;

/// <summary><c>marketpulse silence</c>: hear nothing of something for a while.</summary>
internal static class SilenceCommand
{
    public static Command Create() =>
        new("silence", "Hear nothing of a symbol or a rule for a while: add, list, expire.")
        {
            AddSilence.Create(),
            ListSilences.Create(),
            ExpireSilence.Create(),
        };

    /// <summary>The option that every one of them has.</summary>
    public static Option<string?> Data() =>
        new("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };

    /// <summary>Opens what is stored and works on its silences.</summary>
    public static void Act(
        Command command,
        Option<string?> data,
        Func<ParseResult, CliHost, SilenceTable, CancellationToken, Task> act
    ) =>
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(async () =>
                {
                    await using var host = await LocalStore.OpenAsync(
                        parsed.GetValue(data),
                        cancellation
                    );
                    await act(parsed, host, host.Get<SilenceTable>(), cancellation);
                    return Terminal.Done;
                })
        );
}
