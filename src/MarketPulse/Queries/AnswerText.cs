using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;

namespace MarketPulse.Queries;

/// <summary>An answer as it is written for programs: the same bytes (UTF-8) whoever asks.</summary>
/// <param name="Text">Ends with a line feed.</param>
/// <param name="Next">The token of the page that follows, or null.</param>
public sealed record AnswerText(string Text, string MediaType, string? Next)
{
    // A spreadsheet takes a cell that begins so for a formula, and what feeds write ends up in cells.
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    public static AnswerText Of<T>(Page<T> page, AnswerFormat format) =>
        format == AnswerFormat.Csv
            ? new(Csv(page.Rows), "text/csv; charset=utf-8", page.Next)
            : new(Lines(page.Rows), "application/json; charset=utf-8", page.Next);

    /// <summary>An array with a row a line, so that answers can be compared and cut.</summary>
    public static string Lines<T>(IReadOnlyCollection<T> rows) =>
        rows.Count == 0
            ? "[]\n"
            : $"[\n{string.Join(",\n", rows.Select(r => JsonSerializer.Serialize(r, Json.Compact)))}\n]\n";

    /// <summary>The fields by their names in JSON; lists of texts joined by "; ", what is deeper as JSON.</summary>
    public static string Csv<T>(IReadOnlyCollection<T> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }
        );
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

        csv.Flush();
        return text.ToString();
    }

    private static string Cell(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue scalar when scalar.TryGetValue<string>(out var text) => Harmless(text),
            JsonArray list when list.All(i => i is JsonValue) => string.Join(
                "; ",
                list.Select(Cell)
            ),
            _ => value.ToJsonString(Json.Compact),
        };

    private static string Harmless(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
