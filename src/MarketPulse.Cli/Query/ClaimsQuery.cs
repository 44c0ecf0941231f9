using System.CommandLine;
using MarketPulse.Announcements.Claims;
using MarketPulse.Cli.Output;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query claims</c>: what was promised, and what became of it.</summary>
internal static class ClaimsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<ClaimsQuestion, LedgerEntry>(ClaimsQuestion.Asked).Create(
            _ =>
                [
                    new("Product", p => p.Subject, ColumnKind.Figure),
                    new("Due", p => p.Due.Words, ColumnKind.Figure),
                    new("Status", p => Terminal.Name(p.Status), ColumnKind.Figure),
                    new("Promised", p => Answer.Date(p.PromisedOn), ColumnKind.Optional),
                    new("In", p => p.Title, ColumnKind.Text),
                    new("Why", p => p.Reason, ColumnKind.Text),
                    new("By", p => p.DecidedTitle ?? "", ColumnKind.Text),
                ]
        );
        Examples.Of(
            command,
            (
                "query claims --data .marketpulse/replay --as-of 2025-06-30",
                "every promise, as it stood then"
            ),
            ("query claims --status missed --format json", "what didn't come in its time")
        );
        return command;
    }
}
