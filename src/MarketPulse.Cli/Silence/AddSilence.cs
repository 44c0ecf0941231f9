using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries.Silences;
using Spectre.Console;

namespace MarketPulse.Cli.Silence;

/// <summary><c>marketpulse silence add</c>.</summary>
internal static class AddSilence
{
    public static Command Create()
    {
        var data = SilenceCommand.Data();
        var symbol = new Option<string?>("--symbol") { Description = "Default: every symbol" };
        var rule = new Option<string?>("--rule")
        {
            Description = "A rule's name in the watchlist; default: every rule",
        };
        var from = new Option<string?>("--from")
        {
            Description = "When it begins, such as 2026-03-16 or 2026-03-16T20:00Z; default: now",
        };
        var until = new Option<string>("--until")
        {
            Description =
                "When it ends: an instant or date (UTC where none is said), or a span such as 8h or 3d",
            Required = true,
        };
        var comment = new Option<string>("--comment")
        {
            Description = "Why; shown wherever it keeps a mail back",
            Required = true,
        };
        var command = new Command("add", "Keep back mails of a symbol or a rule for a while.")
        {
            data,
            symbol,
            rule,
            from,
            until,
            comment,
        };
        SilenceCommand.Act(
            command,
            data,
            async (parsed, host, cancellation) =>
            {
                var silence = await host.Get<SilenceBook>()
                    .AddAsync(
                        new(
                            parsed.GetValue(symbol),
                            parsed.GetValue(rule),
                            parsed.GetValue(from),
                            parsed.GetValue(until),
                            parsed.GetValue(comment)
                        ),
                        cancellation
                    );
                Terminal.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{silence.Id}: {ListSilences.What(silence)} silent until {silence.EndsAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. End it with 'marketpulse silence expire {silence.Id}{(parsed.GetValue(data) is { } folder ? $" --data {folder}" : "")}'."
                    )
                );
            }
        );
        Examples.Of(
            command,
            (
                "silence add --symbol NVDA --until 3d --comment \"on holiday\"",
                "no mail about NVDA for three days"
            ),
            (
                "silence add --rule \"a move on an announcement's day\" --until 2026-03-20 --comment GTC",
                "one rule, until a date"
            )
        );
        return command;
    }
}
