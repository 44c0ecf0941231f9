using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>Every table that holds knowledge, as files of JSON lines (IO): rows in key order, columns in name order, so equal states give equal bytes.</summary>
public sealed class TableExport(TableStorage storage)
{
    /// <summary>Writes one <c>TABLE.jsonl</c> a table into a folder.</summary>
    /// <returns>Rows written, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> WriteAsync(
        string folder,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder);
        var counts = new Dictionary<string, int>();
        foreach (var name in TableNames.Knowledge)
        {
            var table = await storage.TableAsync(name, cancellation);
            var rows = await table
                .QueryAsync<TableEntity>(cancellationToken: cancellation)
                .ToListAsync(cancellation);

            rows.Sort(
                (a, b) =>
                    string.CompareOrdinal(a.PartitionKey, b.PartitionKey) is not 0 and var order
                        ? order
                        : string.CompareOrdinal(a.RowKey, b.RowKey)
            );
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{name}.jsonl"),
                string.Concat(rows.Select(r => Line(r) + "\n")),
                cancellation
            );
            counts[name] = rows.Count;
        }

        return counts;
    }

    private static string Line(TableEntity row)
    {
        var json = new JsonObject { ["PartitionKey"] = row.PartitionKey, ["RowKey"] = row.RowKey };
        foreach (var (name, value) in row.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            // The service's own stamps say when a row was written, not what it holds.
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                json[name] = value switch
                {
                    DateTimeOffset instant => JsonValue.Create(instant.ToUniversalTime()),
                    double number => JsonValue.Create(number),
                    long number => JsonValue.Create(number),
                    int number => JsonValue.Create(number),
                    bool flag => JsonValue.Create(flag),
                    _ => JsonValue.Create(value?.ToString()),
                };
            }
        }

        return json.ToJsonString(Json.Compact);
    }
}
