using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MarketPulse.Telemetry;
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
                DayRows(from, to).First,
                DayRows(from, to).Last,
                EntityCodec.FromEntity<T>,
                log,
                cancellation
            )
            .ToListAsync(cancellation);

    /// <summary>
    /// One page of the records of a partition between two row keys, both inclusive, in key order. It looks at no row outside,
    /// and at no more than <see cref="TablePage{T}.MostRowsRead"/>.
    /// </summary>
    /// <param name="after">The key that the page before ended with, or null for the first.</param>
    /// <param name="most">The most records wanted.</param>
    /// <param name="matches">Which of them are wanted; null for all.</param>
    public static async Task<TablePage<T>> ReadPageAsync<T>(
        this TableClient table,
        string partition,
        (string First, string Last) rows,
        string? after,
        int most,
        Func<T, bool>? matches,
        ILogger log,
        CancellationToken cancellation
    )
    {
        var filter = TableClient.CreateQueryFilter(
            after is null
                ? (FormattableString)
                    $"PartitionKey eq {partition} and RowKey ge {rows.First} and RowKey le {rows.Last}"
                : $"PartitionKey eq {partition} and RowKey gt {after} and RowKey le {rows.Last}"
        );
        var (found, seen) = (new List<T>(), 0);
        var pages = table
            .QueryAsync<TableEntity>(
                filter,
                matches is null ? most : TablePage<T>.MostRowsRead,
                cancellationToken: cancellation
            )
            .AsPages();
        await foreach (var page in pages)
        {
            for (var i = 0; i < page.Values.Count; i++)
            {
                seen++;
                if (
                    TryRead(table, page.Values[i], EntityCodec.FromEntity<T>, log, out var row)
                    && matches?.Invoke(row) != false
                )
                {
                    found.Add(row);
                }

                var isLast = i == page.Values.Count - 1 && page.ContinuationToken is null;
                if (!isLast && (found.Count == most || seen == TablePage<T>.MostRowsRead))
                {
                    return new(found, page.Values[i].RowKey);
                }
            }
        }

        return new(found, null);
    }

    /// <summary>The row keys of days between two, both inclusive, newest first.</summary>
    public static (string First, string Last) DayRows(DateOnly from, DateOnly to) =>
        // What follows the day in a key sorts before "~".
        (NewestFirst(to), NewestFirst(from) + "~");

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
            if (TryRead(table, entity, read, log, out var row))
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether a row holds what its table's rows hold; else a warning names it.</summary>
    private static bool TryRead<T>(
        TableClient table,
        TableEntity entity,
        Func<TableEntity, T> read,
        ILogger log,
        [MaybeNullWhen(false)] out T row
    )
    {
        try
        {
            row = read(entity);
            return true;
        }
        catch (RottenRowException rotten)
        {
            log.RottenRow(table.Name, rotten.Message);
            row = default;
            return false;
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
