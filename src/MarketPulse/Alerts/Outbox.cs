using Azure;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Alerts;

/// <summary>
/// Messages to send and sent (IO): partition <c>pending</c>, <c>sent</c>, <c>dead</c> (given up) or <c>silenced</c>, row
/// the notification's key.
/// A message moves by being inserted where it goes before it is deleted where it was, so a crash leaves it twice and never
/// nowhere; what is in <c>sent</c> counts.
/// </summary>
public sealed class Outbox(TableStorage storage, ILogger<Outbox> log)
{
    public const string Pending = "pending";
    public const string Sent = "sent";
    public const string Dead = "dead";
    public const string Silenced = "silenced";

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
            .ReadAsync(partition, " ", "~", Read, log, cancellation)
            .ToListAsync(cancellation);
    }

    /// <summary>The message of a key wherever it is, or null; a sent one before a pending one.</summary>
    public async Task<Notification?> FindAsync(string key, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        foreach (var partition in (string[])[Sent, Pending, Dead, Silenced])
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                partition,
                key,
                cancellationToken: cancellation
            );
            if (found.HasValue)
            {
                return Read(found.Value!);
            }
        }

        return null;
    }

    /// <summary>The sent message of a key, or null.</summary>
    public async Task<Notification?> FindSentAsync(string key, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Sent,
            key,
            cancellationToken: cancellation
        );
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>When mails left since an instant (inclusive, UTC); those that a digest told aren't mails of their own.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SentSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Sent} and SentAt ge {since}");
        return await table
            .ReadAsync(filter, Read, log, cancellation)
            .Where(n => n.InDigest is null)
            .Select(n => n.SentAt!.Value)
            .ToListAsync(cancellation);
    }

    /// <summary>
    /// Changes a pending message unless somebody else has changed or moved it since it was read: whoever succeeds has it.
    /// </summary>
    /// <returns>The message as stored now, or null where somebody else was first.</returns>
    public async Task<Notification?> TryChangeAsync(
        Notification changed,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Notifications, cancellation);
        try
        {
            var response = await table.UpdateEntityAsync(
                EntityCodec.ToEntity(Pending, changed.Key, changed),
                changed.ETag,
                TableUpdateMode.Replace,
                cancellation
            );
            return changed with { ETag = response.Headers.ETag ?? default };
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return null;
        }
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

    private static Notification Read(TableEntity entity) =>
        EntityCodec.FromEntity<Notification>(entity) with
        {
            ETag = entity.ETag,
            Partition = entity.PartitionKey,
        };
}
