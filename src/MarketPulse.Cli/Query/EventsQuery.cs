using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries.Events;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query events</c>: what is announced to come, also as a calendar.</summary>
internal static class EventsQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<EventsQuestion, EventAnswer>(EventsQuestion.Asked).Create(
            _ =>
                [
                    new("Day (New York)", e => Answer.Date(e.Day), ColumnKind.Figure),
                    new(
                        "At (UTC)",
                        e =>
                            e.At?.UtcDateTime.ToString(
                                "yyyy-MM-dd HH:mm",
                                CultureInfo.InvariantCulture
                            ) ?? "–",
                        ColumnKind.Optional
                    ),
                    new("Symbol", e => e.Symbol ?? "–", ColumnKind.Figure),
                    new("Event", e => e.Title, ColumnKind.Text),
                ]
        );
        Examples.Of(
            command,
            ("query events", "what is announced"),
            ("query events --format ics > events.ics", "for a calendar")
        );
        return command;
    }
}
