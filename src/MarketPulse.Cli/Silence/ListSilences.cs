using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;

namespace MarketPulse.Cli.Silence;

/// <summary><c>marketpulse silence list</c>.</summary>
internal static class ListSilences
{
    public static Command Create()
    {
        var data = SilenceCommand.Data();
        var format = new Option<OutputFormat>("--format")
        {
            Description = "table, json or csv",
            HelpName = "table|json|csv",
            DefaultValueFactory = _ => OutputFormat.Table,
        };
        var command = new Command("list", "Every silence: active, to come and ended.")
        {
            data,
            format,
        };
        SilenceCommand.Act(
            command,
            data,
            async (parsed, host, table, cancellation) =>
            {
                var now = host.Get<TimeProvider>().GetUtcNow();
                var silences = await table.ReadAsync(cancellation);
                Answer.Write(
                    [.. silences.OrderBy(s => s.EndsAt)],
                    parsed.GetValue(format),
                    new("Id", s => s.Id, ColumnKind.Figure),
                    new("State", s => State(s, now), ColumnKind.Figure),
                    new("What", What, ColumnKind.Text),
                    new("From (UTC)", s => Instant(s.StartsAt), ColumnKind.Optional),
                    new("Until (UTC)", s => Instant(s.EndsAt), ColumnKind.Figure),
                    new("Comment", s => s.Comment, ColumnKind.Text)
                );
            }
        );
        Examples.Of(command, ("silence list", "what is kept back, and why"));
        return command;
    }

    /// <summary>What a silence keeps back, in words.</summary>
    public static string What(Alerts.Delivery.Silence silence) =>
        (silence.Symbol, silence.Rule) switch
        {
            (null, null) => "everything",
            ({ } symbol, null) => symbol,
            (null, { } rule) => $"rule '{rule}'",
            ({ } symbol, { } rule) => $"{symbol}, rule '{rule}'",
        };

    private static string State(Alerts.Delivery.Silence silence, DateTimeOffset now) =>
        silence.IsActive(now) ? "active"
        : silence.StartsAt > now ? "to come"
        : "ended";

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
