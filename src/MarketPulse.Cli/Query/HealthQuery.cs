using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class HealthQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<HealthQuestion, HealthLine>(HealthQuestion.Asked).Create(
            _ =>
                [
                    new("Part", h => h.Part, ColumnKind.Figure),
                    new("Name", h => h.Name, ColumnKind.Text),
                    new("State", h => Terminal.Name(h.State), ColumnKind.Figure),
                    new(
                        "Since or at (UTC)",
                        h =>
                            h.At?.UtcDateTime.ToString(
                                "yyyy-MM-dd HH:mm",
                                CultureInfo.InvariantCulture
                            ) ?? "–",
                        ColumnKind.Optional
                    ),
                    new("Note", h => h.Note, ColumnKind.Text),
                ]
        );
        Examples.Of(command, ("query health", "do the functions run, do the feeds answer?"));
        return command;
    }
}
