using System.CommandLine;
using System.CommandLine.Parsing;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;

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

    /// <summary>Opens what is stored and works on its silences; a field that can't be used is told as its option.</summary>
    public static void Act(
        Command command,
        Option<string?> data,
        Func<ParseResult, CliHost, CancellationToken, Task> act
    ) =>
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(async () =>
                {
                    await using var host = await LocalStore.OpenAsync(
                        parsed.GetValue(data),
                        cancellation
                    );
                    try
                    {
                        await act(parsed, host, cancellation);
                        return Terminal.Done;
                    }
                    catch (QueryTextException error)
                    {
                        throw new SettingException($"--{error.Message}", error);
                    }
                })
        );
}
