using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Spectre.Console;

namespace MarketPulse.Cli.Output;

/// <summary>Records as JSON, CSV or a table.</summary>
internal static class Rows
{
    /// <param name="columns">For the table: heading, cell, and whether figures stand to the right.</param>
    public static void Write<T>(
        IReadOnlyCollection<T> rows,
        OutputFormat format,
        params (string Heading, Func<T, string> Cell, bool IsFigure)[] columns
    )
    {
        switch (format)
        {
            case OutputFormat.Json:
                Console.Out.WriteLine(JsonSerializer.Serialize(rows, Json.Indented));
                break;
            case OutputFormat.Csv:
                WriteCsv(rows);
                break;
            default:
                WriteTable(rows, columns);
                break;
        }
    }

    private static void WriteCsv<T>(IReadOnlyCollection<T> rows)
    {
        using var csv = new CsvWriter(Console.Out, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in Json.Compact.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name))
        {
            csv.WriteField(name);
        }

        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (
                var (_, value) in JsonSerializer.SerializeToNode(row, Json.Compact)!.AsObject()
            )
            {
                csv.WriteField(Cell(value));
            }

            csv.NextRecord();
        }
    }

    /// <summary>Text bare, everything else as its JSON; a list of texts joined by "; ".</summary>
    private static string Cell(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
            JsonArray list when list.All(i => i is JsonValue) => string.Join(
                "; ",
                list.Select(Cell)
            ),
            _ => value.ToJsonString(Json.Compact),
        };

    private static void WriteTable<T>(
        IReadOnlyCollection<T> rows,
        (string Heading, Func<T, string> Cell, bool IsFigure)[] columns
    )
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (heading, _, isFigure) in columns)
        {
            var column = new TableColumn(Markup.Escape(heading));
            table.AddColumn(isFigure ? column.RightAligned().NoWrap() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. columns.Select(c => Markup.Escape(c.Cell(row)))]);
        }

        Terminal.Out.Write(table);
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

    /// <summary>At most so many characters, cut with "…" where a terminal shows them; a pipe gets all.</summary>
    public static string Cut(string text, int most) =>
        Console.IsOutputRedirected || text.Length <= most ? text : text[..(most - 1)] + "…";
}
