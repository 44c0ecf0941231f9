using System.Collections.Immutable;
using MarketPulse.Alerts.Notices;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Mails whose verdict no longer holds on revised prices → one correction each, put into the outbox (IO).</summary>
public sealed class Corrections(PriceTable prices, Outbox outbox, Wording words)
{
    /// <summary>Calendar days before an event day that hold its estimation window.</summary>
    private const int DaysOfEstimation = 420;

    /// <param name="results">Recent results, of any window and benchmark.</param>
    /// <param name="decided">The decisions about them.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The decisions that called for a correction, with that noted: to be stored.</returns>
    public async Task<ImmutableArray<Alert>> QueueAsync(
        WatchedSymbol symbol,
        IReadOnlyCollection<CorrelationResult> results,
        IReadOnlyCollection<Alert> decided,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var corrected = ImmutableArray.CreateBuilder<Alert>();
        var flipped =
            from alert in decided
            where alert is { Decision: NotifyDecision.Notify, CorrectedBy: null }
            from result in results
            where
                result.AnnouncementId == alert.AnnouncementId
                && AlertDecider.IsPrimary(result, symbol)
                && result.Former is { } former
                && former.Verdict != result.Verdict
            select (alert, result);
        foreach (var (alert, result) in flipped)
        {
            // A mail that hasn't gone yet will tell the verdict as it is now.
            if (
                await outbox.FindAsync(alert.NotificationKey!, cancellation)
                    is { SentAt: not null } sent
                && (sent.Told ?? result.Former!.Verdict) is var told
                && told != result.Verdict
            )
            {
                var correction = Notification.Correcting(
                    sent,
                    $"{AlertWords.Label(told)} → {AlertWords.Label(result.Verdict)}",
                    CorrectionNotice.Of(
                        result,
                        told,
                        await RevisedAsync(symbol, result, cancellation),
                        words
                    ),
                    now
                );
                // The intent first: a crash before the decision is stored only queues it again, under the same key.
                await outbox.AddAsync(correction, cancellation);
                corrected.Add(alert with { CorrectedBy = correction.Key });
            }
        }

        return corrected.ToImmutable();
    }

    private async Task<IReadOnlyCollection<(string Symbol, StoredBar Bar)>> RevisedAsync(
        WatchedSymbol symbol,
        CorrelationResult result,
        CancellationToken cancellation
    )
    {
        var revised = new List<(string Symbol, StoredBar Bar)>();
        foreach (var name in (string[])[symbol.Symbol, result.Benchmark])
        {
            var bars = await prices.ReadStoredAsync(
                name,
                result.EventDay.AddDays(-DaysOfEstimation),
                result.EventDay,
                cancellation
            );
            revised.AddRange(
                bars.Where(b => b.CameLate && b.ReturnKnownSince > result.Former!.ComputedAt)
                    .Select(b => (name, b))
            );
        }

        return [.. revised.OrderByDescending(r => r.Bar.Session)];
    }
}
