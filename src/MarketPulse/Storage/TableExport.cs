using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>Tables as files of JSON lines (IO): rows in key order, columns in name order, so equal states give equal bytes.</summary>
public sealed class TableExport(TableStorage storage)
{
    /// <summary>How a table's file is called.</summary>
    public static string FileOf(string table) => $"{table}.jsonl";

    /// <summary>What MarketPulse knows (<see cref="TableNames.Knowledge"/>), into a folder.</summary>
    /// <returns>Rows written, by table.</returns>
    public Task<IReadOnlyDictionary<string, int>> WriteAsync(
        string folder,
        CancellationToken cancellation
    ) => WriteAsync(folder, TableNames.Knowledge, null, cancellation);

    /// <summary>Writes one <c>TABLE.jsonl</c> a table into a folder; a file that is there is replaced, once its successor is whole.</summary>
    /// <param name="tables">Which.</param>
    /// <param name="progress">Told each table and its rows when it is done.</param>
    /// <returns>Rows written, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> WriteAsync(
        string folder,
        IEnumerable<string> tables,
        Action<string, int>? progress,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder);
        var counts = new Dictionary<string, int>();
        foreach (var name in tables)
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
            var file = Path.Combine(folder, FileOf(name));
            await File.WriteAllTextAsync(
                file + ".part",
                string.Concat(rows.Select(r => TableLine.Write(r) + "\n")),
                cancellation
            );
            File.Move(file + ".part", file, overwrite: true);
            counts[name] = rows.Count;
            progress?.Invoke(name, rows.Count);
        }

        return counts;
    }
}
