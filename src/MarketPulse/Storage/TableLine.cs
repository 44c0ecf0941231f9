using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>
/// A row as one line of JSON, and back: columns in name order, types kept, so that equal rows are equal lines. What JSON has no
/// type for stands as in the table service's own JSON: <c>"At@odata.type":"Edm.DateTime"</c> before <c>"At"</c>. A number
/// without a point or an exponent is an <c>int</c>, one with either a <c>double</c>. Pure.
/// </summary>
public static class TableLine
{
    private const string Note = "@odata.type";

    private static readonly JsonWriterOptions Writing = new() { Encoder = Json.Compact.Encoder };

    private static readonly JsonDocumentOptions Reading = new()
    {
        AllowDuplicateProperties = false,
    };

    /// <summary>One row, without the service's own stamps: they say when it was written, not what it holds.</summary>
    public static string Write(TableEntity row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", row.PartitionKey);
            json.WriteString("RowKey", row.RowKey);
            foreach (var (name, value) in row.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                if (
                    value is not null
                    && name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")
                )
                {
                    Write(json, name, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <exception cref="FormatException">The line is no row; the message says why, and what would be one.</exception>
    public static TableEntity Read(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Reading);
        }
        catch (JsonException error)
        {
            throw new FormatException(
                $"it isn't one JSON object ({error.Message.Split(" LineNumber")[0].Split(" Path")[0].TrimEnd('.')})",
                error
            );
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("it isn't a JSON object");
            }

            var columns = document
                .RootElement.EnumerateObject()
                .ToDictionary(c => c.Name, c => c.Value);
            var row = new TableEntity(Key(columns, "PartitionKey"), Key(columns, "RowKey"));
            foreach (var (name, value) in columns)
            {
                if (
                    name is not ("PartitionKey" or "RowKey")
                    && !name.EndsWith(Note, StringComparison.Ordinal)
                )
                {
                    row[name] = Value(name, value, columns);
                }
            }

            foreach (
                var note in columns.Keys.Where(n => n.EndsWith(Note, StringComparison.Ordinal))
            )
            {
                if (!columns.ContainsKey(note[..^Note.Length]))
                {
                    throw new FormatException($"'{note}' has no column '{note[..^Note.Length]}'");
                }
            }

            TableLimits.Check(row);
            return row;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        if (EdmType.Of(value) is { } type)
        {
            json.WriteString(name + Note, type);
            json.WriteString(name, EdmType.Text(value));
            return;
        }

        json.WritePropertyName(name);
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                var figure = number.ToString("R", CultureInfo.InvariantCulture);
                json.WriteRawValue(figure.AsSpan().ContainsAny('.', 'E') ? figure : figure + ".0");
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new NotSupportedException($"Column {name} is a {value.GetType().Name}.");
        }
    }

    private static string Key(Dictionary<string, JsonElement> columns, string name) =>
        columns.TryGetValue(name, out var key) && key.ValueKind == JsonValueKind.String
            ? key.GetString()!
            : throw new FormatException($"it has no text '{name}'");

    private static object Value(
        string name,
        JsonElement value,
        Dictionary<string, JsonElement> columns
    )
    {
        if (columns.TryGetValue(name + Note, out var type))
        {
            return EdmType.Read(name, type, value);
        }

        var raw = value.GetRawText();
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number
                when raw.AsSpan().ContainsAny('.', 'E', 'e')
                    && value.TryGetDouble(out var number)
                    && double.IsFinite(number) => number,
            JsonValueKind.Number when value.TryGetInt32(out var number) => number,
            JsonValueKind.Number => throw new FormatException(
                $"'{name}' is {raw}, which is more than an int holds: write it as text with \"{name}{Note}\":\"Edm.Int64\""
            ),
            _ => throw new FormatException(
                $"'{name}' is {(value.ValueKind == JsonValueKind.Null ? "null: leave the column out" : "no text, number or flag")}"
            ),
        };
    }
}
