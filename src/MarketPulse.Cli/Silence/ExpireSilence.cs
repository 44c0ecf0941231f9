using System.CommandLine;
using MarketPulse.Cli.Output;
using MarketPulse.Queries.Silences;
using Spectre.Console;

namespace MarketPulse.Cli.Silence;

/// <summary><c>marketpulse silence expire</c>.</summary>
internal static class ExpireSilence
{
    public static Command Create()
    {
        var data = SilenceCommand.Data();
        var id = new Argument<string>("id") { Description = "As 'silence list' shows it" };
        var command = new Command("expire", "End a silence now; it stays on the list.")
        {
            id,
            data,
        };
        SilenceCommand.Act(
            command,
            data,
            async (parsed, host, cancellation) =>
            {
                var wanted = parsed.GetValue(id)!;
                var found =
                    await host.Get<SilenceBook>().ExpireAsync(wanted, cancellation)
                    ?? throw new SettingException(
                        $"There is no silence '{wanted}'. 'marketpulse silence list' shows them all."
                    );
                Terminal.Out.WriteLine(
                    found.Ended
                        ? $"{wanted} has ended. What it kept back stays untold; 'marketpulse query alerts' shows it."
                        : $"{wanted} has ended already."
                );
            }
        );
        Examples.Of(command, ("silence expire 3fa91c", "hear of it again"));
        return command;
    }
}
