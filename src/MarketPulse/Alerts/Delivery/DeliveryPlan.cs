using System.Collections.Immutable;
using System.Globalization;

namespace MarketPulse.Alerts.Delivery;

/// <summary>Waiting messages → what happens to each now, with its reason. Pure.</summary>
/// <param name="Quota">What may leave.</param>
/// <param name="QuietHours">Null for none.</param>
/// <param name="DigestAt">When the daily digest leaves, in <paramref name="Zone"/>.</param>
/// <param name="Zone">The reader's.</param>
/// <param name="Runner">Who asks: what somebody else has taken up is left alone.</param>
public sealed record DeliveryPlan(
    Quota Quota,
    QuietHours? QuietHours,
    TimeOnly DigestAt,
    TimeZoneInfo Zone,
    string Runner
)
{
    /// <summary>As configured.</summary>
    /// <param name="from">The address that mails come from, whose domain may have a quota.</param>
    public static DeliveryPlan Of(AlertOptions options, string from, string runner) =>
        new(
            Quota.Of(options, from),
            Alerts.Delivery.QuietHours.Parse(options.QuietHours),
            TimeOnly.ParseExact(options.DigestAt, "HH:mm", CultureInfo.InvariantCulture),
            TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone),
            runner
        );

    /// <summary>Decides about every message that belongs to no digest yet; the most urgent first, then the oldest.</summary>
    /// <param name="sent">When mails of the last hour left (UTC).</param>
    /// <param name="now">UTC.</param>
    public ImmutableArray<DeliveryDecision> Decide(
        IEnumerable<Notification> pending,
        IReadOnlyCollection<DateTimeOffset> sent,
        IReadOnlyCollection<Silence> silences,
        DateTimeOffset now
    )
    {
        var plan = ImmutableArray.CreateBuilder<DeliveryDecision>();
        var (ready, daily) = (new List<Notification>(), new List<Notification>());
        foreach (
            var message in pending
                .Where(p => p.InDigest is null)
                .OrderBy(p => p.Urgency ?? Urgency.Normal)
                .ThenBy(p => p.DecidedAt)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
        )
        {
            if (Held(message, silences, now) is { } held)
            {
                plan.Add(held);
            }
            else
            {
                (message is { Urgency: Urgency.Low, GoesAlone: false } ? daily : ready).Add(
                    message
                );
            }
        }

        var room = Quota.Room(sent, now);
        if (daily.Count > 1 && room > 0)
        {
            room--;
            plan.AddRange(
                daily.Select(m => InDigest(m, "told in the daily digest", "digest", now))
            );
        }
        else
        {
            // One message alone is its own digest.
            ready.AddRange(daily);
        }

        plan.AddRange(Within(ready, room, now));
        return plan.ToImmutable();
    }

    private DeliveryDecision? Held(
        Notification message,
        IReadOnlyCollection<Silence> silences,
        DateTimeOffset now
    )
    {
        DeliveryDecision Wait(string reason) => new(message, DeliveryStep.Wait, reason);
        if (
            message.Members is null
            && silences.FirstOrDefault(s =>
                s.IsActive(now) && s.Matches(message.Symbol, message.Rule)
            )
                is { } silence
        )
        {
            return new(message, DeliveryStep.Silence, silence.Reason);
        }

        if (message.NextAttemptAt > now)
        {
            // What was said and when the next attempt is due stand in the message already.
            return Wait("");
        }

        if (message.ClaimedUntil > now && message.ClaimedBy != Runner)
        {
            // Another run is sending it.
            return Wait("");
        }

        if (
            message is { Urgency: Urgency.Low, Members: null }
            && LocalTime.Next(message.DecidedAt, DigestAt, Zone) is var due
            && due > now
        )
        {
            return Wait($"waits for the daily digest of {Instant(due)}");
        }

        return message.Urgency != Urgency.High && QuietHours?.EndAfter(now, Zone) is { } end
            ? Wait($"quiet hours until {Instant(end)}")
            : null;
    }

    /// <summary>What the quota leaves room for goes alone; the rest shares the last place.</summary>
    private IEnumerable<DeliveryDecision> Within(
        List<Notification> ready,
        int room,
        DateTimeOffset now
    )
    {
        // What somebody may have taken already, and a digest that is already made, go first and never into a digest:
        // that would tell them under a second id.
        ready = [.. ready.OrderBy(m => !m.GoesAlone)];
        return ready.Select(
            (message, i) =>
                ready.Count <= room || i < room - 1 || (message.GoesAlone && i < room)
                    ? new DeliveryDecision(message, DeliveryStep.Send, "")
                : message.GoesAlone || ready.Count(m => m.GoesAlone) >= room
                    ? new DeliveryDecision(
                        message,
                        DeliveryStep.Wait,
                        $"the quota of {Quota} is used up; what waits then goes out together"
                    )
                : InDigest(message, $"more than {Quota}: told together with others", "more", now)
        );
    }

    private static DeliveryDecision InDigest(
        Notification message,
        string reason,
        string sort,
        DateTimeOffset now
    ) =>
        new(
            message,
            DeliveryStep.Digest,
            reason,
            string.Create(CultureInfo.InvariantCulture, $"{sort}_{now.UtcDateTime:yyyyMMdd'T'HHmm}")
        );

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
