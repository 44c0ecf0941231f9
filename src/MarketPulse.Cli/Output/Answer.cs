using System.Globalization;
using MarketPulse.Queries;
using Spectre.Console;

namespace MarketPulse.Cli.Output;

/// <summary>Records as JSON, CSV or a table.</summary>
internal static class Answer
{
    /// <param name="columns">For the table only.</param>
    public static void Write<T>(
        IReadOnlyCollection<T> rows,
        OutputFormat format,
        params Column<T>[] columns
    )
    {
        switch (format)
        {
            case OutputFormat.Json:
                Console.Out.Write(AnswerText.Lines(rows));
                break;
            case OutputFormat.Csv:
                Console.Out.Write(AnswerText.Csv(rows));
                break;
            default:
                WriteTable(rows, columns);
                break;
        }
    }

    /// <summary>
    /// A row a line: on a terminal the first column of text is cut to what the others leave, and where that is too little,
    /// the other columns of text give way.
    /// </summary>
    private static void WriteTable<T>(IReadOnlyCollection<T> rows, Column<T>[] columns)
    {
        var cells = columns
            .Select(c => new Filled(c.Heading, c.Kind, [.. rows.Select(c.Cell)]))
            .ToList();
        if (!Console.IsOutputRedirected)
        {
            Fit(cells, Terminal.Out.Profile.Width);
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (heading, kind, _) in cells)
        {
            var column = new TableColumn(Markup.Escape(heading)).NoWrap();
            table.AddColumn(kind == ColumnKind.Text ? column : column.RightAligned());
        }

        for (var i = 0; i < rows.Count; i++)
        {
            table.AddRow([.. cells.Select(c => Markup.Escape(c.Cells[i]))]);
        }

        Terminal.Out.Write(table);
    }

    private const int LeastTextWidth = 20;

    private static void Fit(List<Filled> columns, int width)
    {
        // Two spaces beside each column and one between, as the border draws them.
        int Left() =>
            width - 4 - columns.Where(c => c.Kind != ColumnKind.Text).Sum(c => c.Width + 3);
        while (
            Left() < LeastTextWidth * columns.Count(c => c.Kind == ColumnKind.Text)
            && columns.FindLastIndex(c => c.Kind == ColumnKind.Optional) is >= 0 and var last
        )
        {
            columns.RemoveAt(last);
        }

        var texts = columns.Where(c => c.Kind == ColumnKind.Text).ToList();
        while (texts.Count > 1 && Left() / texts.Count < LeastTextWidth)
        {
            columns.Remove(texts[^1]);
            texts.RemoveAt(texts.Count - 1);
        }

        foreach (var text in texts)
        {
            var most = Math.Max(8, (Left() / texts.Count) - 3);
            for (var i = 0; i < text.Cells.Count; i++)
            {
                var cell = text.Cells[i];
                text.Cells[i] = cell.Length <= most ? cell : cell[..(most - 1)] + "…";
            }
        }
    }

    private sealed record Filled(string Heading, ColumnKind Kind, List<string> Cells)
    {
        public int Width => Cells.Select(c => c.Length).Append(Heading.Length).Max();
    }

    /// <summary>A fraction as per cent with its sign, or a dash where there is none.</summary>
    public static string Percent(double? fraction) =>
        fraction is { } f
            ? (f * 100).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) + " %"
            : "–";

    public static string Number(double? value, string format = "0.00") =>
        value is { } v ? v.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−') : "–";

    public static string Date(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A p-value: three decimals, or that it is smaller.</summary>
    public static string P(double? p) =>
        p is null ? "–"
        : p < 0.0005 ? "<0.001"
        : Number(p, "0.000");
}
