using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>One table's file of JSON lines, read a line at a time (IO).</summary>
internal sealed class ImportFile(string path, string table)
{
    public string Table { get; } = table;

    /// <summary>Reads every line without keeping any: how many rows there are, and what is wrong with which line.</summary>
    public async Task<(int Rows, List<string> Problems)> CheckAsync(CancellationToken cancellation)
    {
        var (rows, problems) = (0, new List<string>());
        var seen = new Dictionary<(string, string), int>();
        await foreach (var (number, row, problem) in LinesAsync(cancellation))
        {
            if (row is null)
            {
                problems.Add($"{Path.GetFileName(path)}, line {number}: {problem}.");
            }
            else if (!seen.TryAdd((row.PartitionKey, row.RowKey), number))
            {
                problems.Add(
                    $"{Path.GetFileName(path)}, line {number}: its keys are those of line {seen[(row.PartitionKey, row.RowKey)]}. Keep one of them."
                );
            }

            rows++;
        }

        return (rows, problems);
    }

    /// <summary>The rows in runs of one partition, none larger than a transaction may be.</summary>
    /// <exception cref="InvalidDataException">A line is no row any more: the file was changed after it had been checked.</exception>
    public async IAsyncEnumerable<IReadOnlyList<TableEntity>> BatchesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        const int MostBytes = 2 * 1024 * 1024;
        var (batch, bytes) = (new List<TableEntity>(), 0);
        await foreach (var (number, row, problem) in LinesAsync(cancellation))
        {
            if (row is null)
            {
                throw new InvalidDataException(
                    $"{Path.GetFileName(path)}, line {number}: {problem}."
                );
            }

            var size = TableLimits.Bytes(TableLine.Write(row));
            if (
                batch.Count == TableOperations.TransactionSize
                || (
                    batch.Count > 0
                    && (batch[0].PartitionKey != row.PartitionKey || bytes + size > MostBytes)
                )
            )
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async IAsyncEnumerable<(int Number, TableEntity? Row, string? Problem)> LinesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            number++;
            TableEntity? row = null;
            string? problem = null;
            try
            {
                row = TableLine.Read(line);
            }
            catch (FormatException error)
            {
                problem = error.Message;
            }

            yield return (number, row, problem);
        }
    }
}
