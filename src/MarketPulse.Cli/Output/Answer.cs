using System.Globalization;
using Spectre.Console;

namespace MarketPulse.Cli.Output;

/// <summary>Records as a table for people.</summary>
internal static class Answer
{
    /// <summary>
    /// A row a line: on a terminal the first column of text is cut to what the others leave, and where that is too little,
    /// the other columns of text give way.
    /// </summary>
    public static string Table<T>(IReadOnlyCollection<T> rows, Column<T>[] columns)
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
            var column = new TableColumn(Markup.Escape(heading));
            table.AddColumn(
                kind switch
                {
                    ColumnKind.Text => column.NoWrap(),
                    ColumnKind.Prose => column,
                    _ => column.NoWrap().RightAligned(),
                }
            );
        }

        for (var i = 0; i < rows.Count; i++)
        {
            table.AddRow([.. cells.Select(c => Markup.Escape(c.Cells[i]))]);
        }

        return Terminal.Render(table);
    }

    private const int LeastTextWidth = 20;

    private static void Fit(List<Filled> columns, int width)
    {
        // Two spaces beside each column and one between, as the border draws them.
        int Left() => width - 4 - columns.Where(c => !c.IsText).Sum(c => c.Width + 3);
        while (
            Left() < LeastTextWidth * columns.Count(c => c.IsText)
            && columns.FindLastIndex(c => c.Kind == ColumnKind.Optional) is >= 0 and var last
        )
        {
            columns.RemoveAt(last);
        }

        while (
            columns.Count(c => c.IsText) is > 1 and var count
            && Left() / count < LeastTextWidth
            && columns.FindLastIndex(c => c.Kind == ColumnKind.Text) is >= 0 and var last
        )
        {
            columns.RemoveAt(last);
        }

        // Prose takes the better half: what it says is why one asks.
        var texts = columns.Where(c => c.Kind == ColumnKind.Text).ToList();
        var room = columns.Exists(c => c.Kind == ColumnKind.Prose) ? Left() * 2 / 5 : Left();
        foreach (var text in texts)
        {
            var most = Math.Max(8, (room / texts.Count) - 3);
            for (var i = 0; i < text.Cells.Count; i++)
            {
                var cell = text.Cells[i];
                text.Cells[i] = cell.Length <= most ? cell : cell[..(most - 1)] + "…";
            }
        }
    }

    private sealed record Filled(string Heading, ColumnKind Kind, List<string> Cells)
    {
        public bool IsText => Kind is ColumnKind.Text or ColumnKind.Prose;

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
