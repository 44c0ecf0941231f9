using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using MarketPulse.Announcements;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Correlation;

/// <summary>Stored results (IO): partition the symbol; row the event day inverted, the announcement, benchmark, window and exclusions.</summary>
public sealed class CorrelationTable(TableStorage storage, ILogger<CorrelationTable> log)
{
    /// <summary>Results whose event day lies between two sessions, both inclusive; newest event day first.</summary>
    public async Task<IReadOnlyList<CorrelationResult>> ReadAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Correlations, cancellation);
        return await table.ReadDaysAsync<CorrelationResult>(symbol, from, to, log, cancellation);
    }

    /// <summary>One kind's event-day results against a benchmark, nothing excluded, whose event day lies before a session; newest first.</summary>
    public async Task<IReadOnlyList<CorrelationResult>> ReadKindAsync(
        string symbol,
        AnnouncementKind kind,
        string benchmark,
        DateOnly before,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Correlations, cancellation);
        var name = JsonSerializer.SerializeToNode(kind, Json.Compact)!.GetValue<string>();
        // The day before sorts after everything of the day itself.
        var first = TableOperations.NewestFirst(before.AddDays(-1));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {symbol} and RowKey ge {first} and Kind eq {name} and Benchmark eq {benchmark} and WindowFrom eq 0 and WindowTo eq 0 and Exclusions eq {StudyPlan.NoExclusions}"
        );
        return await table
            .ReadAsync(filter, EntityCodec.FromEntity<CorrelationResult>, log, cancellation)
            .ToListAsync(cancellation);
    }

    /// <summary>One page of them, in the same order.</summary>
    /// <param name="after">What the page before ended with.</param>
    public async Task<TablePage<CorrelationResult>> ReadPageAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        string? after,
        int most,
        Func<CorrelationResult, bool>? matches,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Correlations, cancellation);
        return await table.ReadPageAsync(
            symbol,
            TableOperations.DayRows(from, to),
            after,
            most,
            matches,
            log,
            cancellation
        );
    }

    /// <summary>Replaces one announcement's results: writes the new ones and takes out those that they supersede under another key.</summary>
    public async Task WriteAsync(
        IReadOnlyCollection<CorrelationResult> results,
        IEnumerable<CorrelationResult> superseded,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Correlations, cancellation);
        var keys = results.Select(Row).ToHashSet();
        var writes = results.Select(r => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            EntityCodec.ToEntity(r.Symbol, Row(r), r)
        ));
        var deletes = superseded
            .Where(r => !keys.Contains(Row(r)))
            .Select(r => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(r.Symbol, Row(r)) { ETag = Azure.ETag.All }
            ));
        await table.WriteAsync(writes.Concat(deletes), cancellation);
    }

    /// <summary>A result's row key: its place in the order of the answers.</summary>
    internal static string Row(CorrelationResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TableOperations.NewestFirst(result.EventDay)}_{result.AnnouncementId}_{result.Benchmark}_{result.WindowFrom}..{result.WindowTo}_{result.Exclusions}"
        );
}
