using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Storage;

/// <summary>Reading and writing that every table needs (IO).</summary>
internal static class TableOperations
{
    /// <summary>The most entities that one transaction may hold.</summary>
    public const int TransactionSize = 100;

    /// <summary>The rows of one partition between two row keys, both inclusive, in key order; rotten ones skipped with a warning.</summary>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        this TableClient table,
        string partition,
        string firstRow,
        string lastRow,
        Func<TableEntity, T> read,
        ILogger log,
        CancellationToken cancellation
    ) =>
        table.ReadAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {firstRow} and RowKey le {lastRow}"
            ),
            read,
            log,
            cancellation
        );

    /// <summary>The records of one partition whose rows begin with a day between two, both inclusive; newest day first.</summary>
    public static ValueTask<List<T>> ReadDaysAsync<T>(
        this TableClient table,
        string partition,
        DateOnly from,
        DateOnly to,
        ILogger log,
        CancellationToken cancellation
    ) =>
        table
            .ReadAsync(
                partition,
                NewestFirst(to),
                // What follows the day in a key sorts before "~".
                NewestFirst(from) + "~",
                EntityCodec.FromEntity<T>,
                log,
                cancellation
            )
            .ToListAsync(cancellation);

    /// <summary>The rows that a filter lets through; rotten ones skipped with a warning.</summary>
    /// <param name="filter">Made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>, never by hand.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        this TableClient table,
        string filter,
        Func<TableEntity, T> read,
        ILogger log,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            T row;
            try
            {
                row = read(entity);
            }
            catch (RottenRowException rotten)
            {
                log.LogWarning("Table {Table}: {Problem}", table.Name, rotten.Message);
                continue;
            }

            yield return row;
        }
    }

    /// <summary>Writes rows of one partition in as few transactions as there can be.</summary>
    public static async Task WriteAsync(
        this TableClient table,
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellation
    )
    {
        foreach (var chunk in actions.Chunk(TransactionSize))
        {
            await table.SubmitTransactionAsync(chunk, cancellation);
        }
    }

    /// <summary>Inserts a row unless its key is taken.</summary>
    /// <returns>Whether the row is new.</returns>
    public static async Task<bool> TryAddAsync(
        this TableClient table,
        TableEntity entity,
        CancellationToken cancellation
    )
    {
        try
        {
            await table.AddEntityAsync(entity, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            return false;
        }
    }

    /// <summary>A key part that sorts the newest first.</summary>
    public static string NewestFirst(DateTimeOffset instant) =>
        (DateTimeOffset.MaxValue.Ticks - instant.UtcTicks).ToString(
            "D19",
            CultureInfo.InvariantCulture
        );

    /// <summary>A key part that sorts the newest first.</summary>
    public static string NewestFirst(DateOnly date) =>
        (99999999 - ((date.Year * 10000) + (date.Month * 100) + date.Day)).ToString(
            "D8",
            CultureInfo.InvariantCulture
        );
}
