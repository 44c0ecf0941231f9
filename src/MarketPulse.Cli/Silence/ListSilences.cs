using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Query;
using MarketPulse.Queries.Questions;
using MarketPulse.Queries.Silences;

namespace MarketPulse.Cli.Silence;

/// <summary><c>marketpulse silence list</c>, and the same as <c>marketpulse query silences</c>.</summary>
internal static class ListSilences
{
    public static Command Create() => Create("list");

    /// <param name="name">What the command is called.</param>
    public static Command Create(string name)
    {
        var command = new QuestionCommand<SilencesQuestion, SilenceAnswer>(
            SilencesQuestion.Asked
        ).Create(
            _ =>
                [
                    new("Id", s => s.Id, ColumnKind.Figure),
                    new("State", s => Terminal.Name(s.State), ColumnKind.Figure),
                    new("What", What, ColumnKind.Text),
                    new("From (UTC)", s => Instant(s.StartsAt), ColumnKind.Optional),
                    new("Until (UTC)", s => Instant(s.EndsAt), ColumnKind.Figure),
                    new("Comment", s => s.Comment, ColumnKind.Text),
                ],
            name: name
        );
        Examples.Of(
            command,
            name == "list"
                ? ("silence list", "what is kept back, and why")
                : ("query silences --state active", "what is kept back now, and why")
        );
        return command;
    }

    /// <summary>What a silence keeps back, in words.</summary>
    public static string What(SilenceAnswer silence) =>
        (silence.Symbol, silence.Rule) switch
        {
            (null, null) => "everything",
            ({ } symbol, null) => symbol,
            (null, { } rule) => $"rule '{rule}'",
            ({ } symbol, { } rule) => $"{symbol}, rule '{rule}'",
        };

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
