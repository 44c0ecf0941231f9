using Azure;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Alerts;

/// <summary>
/// Messages to send and sent (IO): partition <c>pending</c>, <c>sent</c> or <c>dead</c>, row the notification's key.
/// A message moves by being inserted where it goes before it is deleted where it was, so a crash leaves it twice and never
/// nowhere; what is in <c>sent</c> counts.
/// </summary>
public sealed class Outbox(TableStorage storage, ILogger<Outbox> log)
{
    public const string Pending = "pending";
    public const string Sent = "sent";
    public const string Dead = "dead";

    /// <summary>Stores the intent to send; keeps the first one of a key.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> AddAsync(Notification notification, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        return await table.TryAddAsync(
            EntityCodec.ToEntity(Pending, notification.Key, notification),
            cancellation
        );
    }

    public async Task<IReadOnlyList<Notification>> ReadAsync(
        string partition,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        return await table
            .ReadAsync(partition, " ", "~", EntityCodec.FromEntity<Notification>, log, cancellation)
            .ToListAsync(cancellation);
    }

    /// <summary>The message of a key wherever it is, or null; a sent one before a pending one.</summary>
    public async Task<Notification?> FindAsync(string key, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        foreach (var partition in (string[])[Sent, Pending, Dead])
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                partition,
                key,
                cancellationToken: cancellation
            );
            if (found.HasValue)
            {
                return EntityCodec.FromEntity<Notification>(found.Value!);
            }
        }

        return null;
    }

    /// <summary>Remembers a failed attempt.</summary>
    public async Task KeepAsync(Notification notification, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        await table.UpsertEntityAsync(
            EntityCodec.ToEntity(Pending, notification.Key, notification),
            TableUpdateMode.Replace,
            cancellation
        );
    }

    /// <summary>Takes a message out of <c>pending</c> and keeps it where it belongs now.</summary>
    public async Task MoveAsync(
        Notification notification,
        string partition,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        await table.TryAddAsync(
            EntityCodec.ToEntity(partition, notification.Key, notification),
            cancellation
        );
        await table.DeleteEntityAsync(Pending, notification.Key, ETag.All, cancellation);
    }
}
