using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>
/// Writes an export back into the tables (IO). Every line of every file is checked before the first row is written. What is
/// stored stays unless replacing is asked for, and no row is ever deleted; cut off, or done twice, the same import goes on.
/// </summary>
public sealed class TableImport(TableStorage storage)
{
    /// <summary>The files that a folder has, checked.</summary>
    /// <returns>Rows by table, and what is wrong with which line; empty where nothing is.</returns>
    /// <exception cref="SettingException">The folder is none, holds no table, or holds what is no table of ours.</exception>
    public static async Task<(
        IReadOnlyDictionary<string, int> Rows,
        IReadOnlyList<string> Problems
    )> CheckAsync(string folder, CancellationToken cancellation)
    {
        var (rows, problems) = (new Dictionary<string, int>(), new List<string>());
        foreach (var file in Files(folder))
        {
            var (count, wrong) = await file.CheckAsync(cancellation);
            rows[file.Table] = count;
            problems.AddRange(wrong);
        }

        return (rows, problems);
    }

    /// <summary>Writes what <see cref="CheckAsync"/> found nothing wrong with.</summary>
    /// <param name="replace">Whether a stored row that differs is replaced.</param>
    /// <param name="progress">Told a table and how many of its rows are dealt with.</param>
    public async Task<IReadOnlyList<ImportCount>> WriteAsync(
        string folder,
        bool replace,
        Action<string, int> progress,
        CancellationToken cancellation
    )
    {
        var counts = new List<ImportCount>();
        foreach (var file in Files(folder))
        {
            var table = await storage.TableAsync(file.Table, cancellation);
            var count = new ImportCount(file.Table);
            var done = 0;
            await foreach (var batch in file.BatchesAsync(cancellation))
            {
                count = await WriteAsync(table, batch, replace, count, cancellation);
                progress(file.Table, done += batch.Count);
            }

            counts.Add(count);
        }

        return counts;
    }

    private static async Task<ImportCount> WriteAsync(
        TableClient table,
        IReadOnlyList<TableEntity> batch,
        bool replace,
        ImportCount count,
        CancellationToken cancellation
    )
    {
        var keys = batch.Select(r => r.RowKey).Order(StringComparer.Ordinal).ToList();
        var stored = await table
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {batch[0].PartitionKey} and RowKey ge {keys[0]} and RowKey le {keys[^1]}"
                ),
                cancellationToken: cancellation
            )
            .ToDictionaryAsync(r => r.RowKey, cancellationToken: cancellation);
        var actions = new List<TableTransactionAction>();
        foreach (var row in batch)
        {
            if (!stored.TryGetValue(row.RowKey, out var there))
            {
                actions.Add(new(TableTransactionActionType.Add, row));
                count = count with { Added = count.Added + 1 };
            }
            else if (TableLine.Write(there) == TableLine.Write(row))
            {
                count = count with { Same = count.Same + 1 };
            }
            else if (replace)
            {
                // By its version: what a run has changed since it was read is not lost unseen.
                actions.Add(new(TableTransactionActionType.UpdateReplace, row, there.ETag));
                count = count with { Replaced = count.Replaced + 1 };
            }
            else
            {
                count = count with
                {
                    Kept = count.Kept + 1,
                    FirstKept = count.FirstKept ?? $"{row.PartitionKey} / {row.RowKey}",
                };
            }
        }

        await table.WriteAsync(actions, cancellation);
        return count;
    }

    private static List<ImportFile> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SettingException(
                $"{folder} is not a folder. Name one that 'marketpulse export' wrote."
            );
        }

        var names = Directory
            .EnumerateFiles(folder, "*.jsonl")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .ToList();
        if (names.Count == 0)
        {
            throw new SettingException(
                $"{folder} holds no TABLE.jsonl. Name a folder that 'marketpulse export' wrote."
            );
        }

        if (names.Find(n => !TableNames.All.Contains(n)) is { } unknown)
        {
            throw new SettingException(
                $"{unknown}.jsonl in {folder} is no table of MarketPulse's. Take it out, or name it after one: {string.Join(", ", TableNames.All)}."
            );
        }

        return
        [
            .. TableNames
                .All.Where(names.Contains)
                .Select(n => new ImportFile(Path.Combine(folder, TableExport.FileOf(n)), n)),
        ];
    }
}
