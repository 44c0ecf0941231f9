using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query statements</c>: what announcements say about prices, and whether it holds.</summary>
internal static class StatementsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<StatementsQuestion, StatedPrice>(
            StatementsQuestion.Asked
        ).Create(_ =>
            [
                new("Announcement", s => s.Title, ColumnKind.Text),
                new("Quote", s => s.Quote, ColumnKind.Text),
                new("Field", s => s.Field, ColumnKind.Figure),
                new("Stated", s => Figure(s.Value, s.Unit), ColumnKind.Figure),
                new(
                    "Session",
                    s => s.Session is { } day ? Answer.Date(day) : "–",
                    ColumnKind.Figure
                ),
                new("Verdict", s => s.Verdict, ColumnKind.Figure),
                new("Actual", s => Figure(s.Actual, s.Unit), ColumnKind.Figure),
                new("Base", s => s.Base ?? "", ColumnKind.Optional),
                new("Why", s => s.Reason, ColumnKind.Prose),
            ]
        );
        Examples.Of(
            command,
            (
                "query statements --data .marketpulse/replay --from 2025-03-18 --to 2025-03-21",
                "what was said about prices that week, and whether it holds"
            ),
            ("query statements --verdict contradicted --format json", "what the bars speak against")
        );
        return command;
    }

    private static string Figure(double? value, string unit) =>
        value is null ? "–"
        : unit == "%"
            ? value.Value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) + " %"
        : $"${Answer.Number(value, "0.00##")}";
}
