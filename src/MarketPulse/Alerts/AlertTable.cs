using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Alerts;

/// <summary>Every decision about an alert (IO): partition the symbol; row the event day inverted, the announcement, the rule.</summary>
public sealed class AlertTable(TableStorage storage, ILogger<AlertTable> log)
{
    /// <summary>Decisions about event days between two sessions, both inclusive; newest first.</summary>
    public async Task<IReadOnlyList<Alert>> ReadAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Alerts, cancellation);
        return await table.ReadDaysAsync<Alert>(symbol, from, to, log, cancellation);
    }

    /// <summary>One page of them, in the same order.</summary>
    /// <param name="after">What the page before ended with.</param>
    public async Task<TablePage<Alert>> ReadPageAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        string? after,
        int most,
        Func<Alert, bool>? matches,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Alerts, cancellation);
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

    public async Task WriteAsync(
        string symbol,
        IEnumerable<Alert> alerts,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Alerts, cancellation);
        await table.WriteAsync(
            alerts.Select(a => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                EntityCodec.ToEntity(
                    symbol,
                    $"{TableOperations.NewestFirst(a.EventDay)}_{a.AnnouncementId}_{Slug(a.Rule)}",
                    a
                )
            )),
            cancellation
        );
    }

    /// <summary>A rule's name without what a key may not hold; names that a watchlist may have beside each other stay apart.</summary>
    private static string Slug(string rule) =>
        string.Concat(rule.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
