using System.CommandLine;
using MarketPulse.Cli.Output;
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
            async (parsed, host, table, cancellation) =>
            {
                var now = host.Get<TimeProvider>().GetUtcNow();
                var wanted = parsed.GetValue(id)!;
                var silence =
                    (await table.ReadAsync(cancellation)).FirstOrDefault(s => s.Id == wanted)
                    ?? throw new SettingException(
                        $"There is no silence '{wanted}'. 'marketpulse silence list' shows them all."
                    );
                if (silence.EndsAt <= now)
                {
                    Terminal.Out.WriteLine($"{wanted} has ended already.");
                    return;
                }

                // One that is still to come never begins.
                await table.WriteAsync(
                    silence with
                    {
                        StartsAt = silence.StartsAt < now ? silence.StartsAt : now,
                        EndsAt = now,
                    },
                    cancellation
                );
                Terminal.Out.WriteLine(
                    $"{wanted} has ended. What it kept back stays untold; 'marketpulse query alerts' shows it."
                );
            }
        );
        Examples.Of(command, ("silence expire 3fa91c", "hear of it again"));
        return command;
    }
}
