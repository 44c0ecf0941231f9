using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class AlertsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<AlertsQuestion, AlertAnswer>(AlertsQuestion.Asked).Create(
            _ =>
                [
                    new("Event day", a => Answer.Date(a.EventDay), ColumnKind.Figure),
                    new("Announcement", a => a.Title, ColumnKind.Text),
                    new("Decision", a => Terminal.Name(a.Decision), ColumnKind.Figure),
                    new("Why", Why, ColumnKind.Prose),
                    new(
                        "Decided (UTC)",
                        a =>
                            a.DecidedAt.UtcDateTime.ToString(
                                "yyyy-MM-dd HH:mm",
                                CultureInfo.InvariantCulture
                            ),
                        ColumnKind.Optional
                    ),
                ]
        );
        Examples.Of(
            command,
            (
                "query alerts --data .marketpulse/replay --from 2025-03-18 --to 2025-03-18",
                "why was there a mail that day?"
            ),
            ("query alerts --kind keynote --format json", "for a program")
        );
        return command;
    }

    private static string Why(AlertAnswer answer) =>
        answer.Mail.Length > 0 ? $"{answer.Reason}. Mail: {answer.Mail}" : answer.Reason;
}
