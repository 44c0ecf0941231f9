using Microsoft.Extensions.Options;

namespace MarketPulse.Alerts.Delivery;

/// <summary>Does with every waiting message what the plan says (IO).</summary>
public sealed class DeliveryRun(
    Outbox outbox,
    Digests digests,
    SilenceTable silences,
    NotificationSender sender,
    IOptions<AlertOptions> options,
    IOptions<EmailOptions> email,
    TimeProvider clock
)
{
    private readonly DeliveryPlan _plan = DeliveryPlan.Of(
        options.Value,
        email.Value.From,
        options.Value.Runner
    );

    public async Task RunAsync(StageReport report, CancellationToken cancellation)
    {
        var waiting = await outbox.ReadAsync(Outbox.Pending, cancellation);
        if (waiting.Count == 0)
        {
            return;
        }

        waiting = await digests.SettleAsync(waiting, cancellation);
        var now = clock.GetUtcNow();
        var sent = _plan.Quota.IsLimited
            ? await outbox.SentSinceAsync(now.AddHours(-1), cancellation)
            : [];
        var plan = _plan.Decide(waiting, sent, await silences.ReadAsync(cancellation), now);
        var toSend = plan.Where(d => d.Step == DeliveryStep.Send)
            .Select(d => d.Notification)
            .ToList();
        foreach (var delivery in plan)
        {
            await SetAsideAsync(delivery, report, cancellation);
        }

        foreach (
            var together in plan.Where(d => d.Step == DeliveryStep.Digest)
                .GroupBy(d => d.DigestKey!)
        )
        {
            if (await digests.MakeAsync(together.Key, [.. together], cancellation) is { } digest)
            {
                toSend.Add(digest);
            }
        }

        foreach (var notification in toSend)
        {
            await sender.SendAsync(notification, report, cancellation);
        }

        if (toSend.Any(n => n.Members is not null))
        {
            await digests.SettleAsync(
                await outbox.ReadAsync(Outbox.Pending, cancellation),
                cancellation
            );
        }
    }

    private async Task SetAsideAsync(
        DeliveryDecision delivery,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var message = delivery.Notification;
        if (delivery.Step == DeliveryStep.Silence)
        {
            await outbox.MoveAsync(
                message with
                {
                    Held = delivery.Reason,
                },
                Outbox.Silenced,
                cancellation
            );
            report.Count("mails silenced");
        }
        else if (
            delivery is { Step: DeliveryStep.Wait, Reason.Length: > 0 }
            && message.Held != delivery.Reason
        )
        {
            await outbox.TryChangeAsync(message with { Held = delivery.Reason }, cancellation);
        }
    }
}
