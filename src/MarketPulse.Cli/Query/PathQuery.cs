using System.CommandLine;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class PathQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<PathQuestion, PathDay>(PathQuestion.Asked).Create(_ =>
            [
                new("Day", d => Answer.Number(d.Day, "+0;-0;0"), ColumnKind.Figure),
                new("Session", d => Answer.Date(d.Session), ColumnKind.Figure),
                new("Abnormal", d => Answer.Percent(d.Abnormal), ColumnKind.Figure),
                new("Cumulative", d => Answer.Percent(d.Cumulative), ColumnKind.Figure),
                new("Noise from", d => Answer.Percent(d.Lower), ColumnKind.Figure),
                new("to", d => Answer.Percent(d.Upper), ColumnKind.Figure),
            ]
        );
        Examples.Of(
            command,
            (
                "query path --data .marketpulse/replay --event 20250318T170000-1a2b3c4d",
                "one announcement; ids are in 'query announcements --format json'"
            )
        );
        return command;
    }
}
