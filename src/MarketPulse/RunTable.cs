using Azure.Data.Tables;
using MarketPulse.Storage;

namespace MarketPulse;

/// <summary>When each function last ran to its end, and what it did (IO).</summary>
public sealed class RunTable(TableStorage storage)
{
    private const string Partition = "last";

    public async Task WriteAsync(
        string function,
        DateTimeOffset finishedAt,
        string outcome,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Runs, cancellation);
        var row = new TableEntity(Partition, function)
        {
            ["FinishedAt"] = finishedAt,
            ["Outcome"] = outcome,
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Every function's last finished run.</summary>
    public async Task<
        IReadOnlyList<(string Function, DateTimeOffset FinishedAt, string Outcome)>
    > ReadAsync(CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Runs, cancellation);
        var rows = new List<(string, DateTimeOffset, string)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            rows.Add(
                (
                    row.RowKey,
                    row.GetDateTimeOffset("FinishedAt") ?? default,
                    row.GetString("Outcome") ?? ""
                )
            );
        }

        return rows;
    }
}
