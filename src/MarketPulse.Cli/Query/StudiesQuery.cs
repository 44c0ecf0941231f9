using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class StudiesQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<StudiesQuestion, StudyAnswer>(
            StudiesQuestion.Asked
        ).Create(_ =>
            [
                new("Kind", s => Terminal.Name(s.Kind), ColumnKind.Figure),
                new("Against", s => s.Benchmark, ColumnKind.Optional),
                new("Window", s => s.Window, ColumnKind.Figure),
                new("n", s => s.Count.ToString(CultureInfo.InvariantCulture), ColumnKind.Figure),
                new("CAAR", s => Answer.Percent(s.Average), ColumnKind.Figure),
                new("95 % from", s => Answer.Percent(s.Lower), ColumnKind.Figure),
                new("to", s => Answer.Percent(s.Upper), ColumnKind.Figure),
                new("Read", s => s.Read, ColumnKind.Figure),
                new("p of it", s => Answer.P(PToRead(s)), ColumnKind.Figure),
                new("Because", s => s.ReadBecause, ColumnKind.Text),
            ]
        );
        Examples.Of(
            command,
            ("query studies --data .marketpulse/replay", "every kind on its event days"),
            (
                "query studies --kind keynote --window -1..1 --benchmark SMH --format json",
                "keynotes with every test and every event"
            )
        );
        return command;
    }

    /// <summary>The p of the test that is to be read, where it is one of those computed.</summary>
    private static double? PToRead(StudyAnswer study) =>
        study.Tests.FirstOrDefault(t => study.Read.StartsWith(t.Name, StringComparison.Ordinal))?.P;
}
