using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;

namespace MarketPulse.Cli.Query;

internal static class PricesQuery
{
    public static Command Create()
    {
        var command = new QuestionCommand<PricesQuestion, PricePoint>(PricesQuestion.Asked).Create(
            _ => Columns
        );
        Examples.Of(
            command,
            (
                "query prices --data .marketpulse/replay --from 2024-06-03 --to 2024-06-14",
                "across the 10-for-1 split"
            ),
            (
                "query prices --from 2025-03-10 --as-of 2025-03-18T21:00Z",
                "what was known that evening"
            ),
            ("query prices --benchmark SPY --from 2025-03-01 --format csv", "a benchmark's bars")
        );
        return command;
    }

    private static Column<PricePoint>[] Columns =>
        [
            new("Session", p => Answer.Date(p.Session), ColumnKind.Figure),
            new("Open", p => Answer.Number(p.Open), ColumnKind.Optional),
            new("High", p => Answer.Number(p.High), ColumnKind.Optional),
            new("Low", p => Answer.Number(p.Low), ColumnKind.Optional),
            new("Close", p => Answer.Number(p.Close), ColumnKind.Figure),
            new(
                "Volume",
                p => p.Volume.ToString("N0", CultureInfo.InvariantCulture),
                ColumnKind.Optional
            ),
            new(
                "Dividend",
                p => p.Dividend == 0 ? "" : Answer.Number(p.Dividend, "0.00####"),
                ColumnKind.Figure
            ),
            new(
                "Split",
                p => p.SplitRatio == 1 ? "" : $"{Answer.Number(p.SplitRatio, "0.####")}:1",
                ColumnKind.Figure
            ),
            new("Adjusted close", p => Answer.Number(p.AdjustedClose, "0.0000"), ColumnKind.Figure),
            new("Return", p => Answer.Percent(p.Return), ColumnKind.Figure),
            new("Source", p => p.Source, ColumnKind.Figure),
            new("Revised", Revised, ColumnKind.Figure),
        ];

    /// <summary>How often, and from which close the last time.</summary>
    private static string Revised(PricePoint point) =>
        point.Revisions.IsEmpty
            ? ""
            : $"{point.Revisions.Length}×, last from {Answer.Number(point.Revisions[^1].Bar.Close)}";
}
