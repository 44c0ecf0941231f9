using System.Collections.Immutable;

namespace MarketPulse.Alerts.Delivery;

/// <summary>
/// Messages that are told together (IO). Each is marked with its digest before the digest is stored, and put away after the
/// digest was sent, so that after a crash at any point none is lost and none is told twice.
/// </summary>
public sealed class Digests(Outbox outbox, TimeProvider clock)
{
    /// <summary>Makes a digest of those messages that nobody else has taken meanwhile.</summary>
    /// <returns>The digest, or null where all were taken or another run has made it.</returns>
    public async Task<Notification?> MakeAsync(
        string key,
        ImmutableArray<DeliveryDecision> together,
        CancellationToken cancellation
    )
    {
        var members = ImmutableArray.CreateBuilder<Notification>();
        foreach (var delivery in together)
        {
            var marked = delivery.Notification with { InDigest = key, Held = delivery.Reason };
            if (await outbox.TryChangeAsync(marked, cancellation) is not null)
            {
                members.Add(marked);
            }
        }

        return members.Count == 0
            ? null
            : await StoreAsync(key, members, together[0].Reason, cancellation);
    }

    /// <summary>Puts away what a sent digest has told, and mends what a crash left between the steps.</summary>
    /// <returns>The messages that still wait, digests included.</returns>
    public async Task<IReadOnlyList<Notification>> SettleAsync(
        IReadOnlyList<Notification> waiting,
        CancellationToken cancellation
    )
    {
        var left = waiting.Where(n => n.InDigest is null).ToList();
        foreach (var told in waiting.Where(n => n.InDigest is not null).GroupBy(n => n.InDigest!))
        {
            var digest =
                left.FirstOrDefault(n => n.Key == told.Key)
                ?? await outbox.FindAsync(told.Key, cancellation);
            if (digest is null)
            {
                var stored = await StoreAsync(
                    told.Key,
                    told,
                    told.First().Held ?? "",
                    cancellation
                );
                left.AddRange(stored is null ? [] : [stored]);
                continue;
            }

            foreach (var member in told)
            {
                await SettleAsync(member, digest, cancellation);
            }
        }

        return left;
    }

    private async Task SettleAsync(
        Notification member,
        Notification digest,
        CancellationToken cancellation
    )
    {
        if (digest.Members?.Contains(member.Key) != true)
        {
            // Marked too late: the digest was made without it, so it goes another way.
            await outbox.TryChangeAsync(member with { InDigest = null, Held = null }, cancellation);
        }
        else if (digest.SentAt is { } sentAt)
        {
            await outbox.MoveAsync(member.Delivered(digest.Key, sentAt), Outbox.Sent, cancellation);
        }
        else if (digest.Partition == Outbox.Dead)
        {
            await outbox.MoveAsync(
                member with
                {
                    LastFailure = digest.LastFailure,
                },
                Outbox.Dead,
                cancellation
            );
        }
    }

    private async Task<Notification?> StoreAsync(
        string key,
        IEnumerable<Notification> members,
        string reason,
        CancellationToken cancellation
    )
    {
        var digest = Notification.OfDigest(
            key,
            [
                .. members
                    .OrderBy(m => m.DecidedAt)
                    .ThenBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => m.Key),
            ],
            reason,
            clock.GetUtcNow()
        );
        return await outbox.AddAsync(digest, cancellation)
            ? await outbox.FindAsync(key, cancellation)
            : null;
    }
}
