using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts;

/// <summary>Puts one message into the outbox for each promise whose period has ended unconfirmed (IO).</summary>
public sealed class MissedPromises(
    Watchlist watchlist,
    AnnouncementTable announcements,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <summary>Days after a period's end during which it still is news; what is read in later was never waited for.</summary>
    public const int NewsFor = 14;

    /// <summary>Looks at every watched symbol's ledger as of today (UTC). Nothing is told twice, however often it runs.</summary>
    public async Task CheckAsync(StageReport report, CancellationToken cancellation)
    {
        if (!watchlist.TellMissedPromises)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var symbol in watchlist.Symbols)
        {
            var told = await announcements.ReadWithClaimsAsync(symbol.Symbol, cancellation);
            foreach (
                var missed in Ledger
                    .Of(told, today)
                    .Where(e =>
                        e.Status == PromiseStatus.Missed
                        && e.Due.To.DayNumber >= today.DayNumber - NewsFor
                    )
            )
            {
                var message = Notification.OfPromise(
                    symbol.Symbol,
                    missed,
                    PromiseEmail.Text(missed),
                    now
                );
                if (
                    await outbox.FindAsync(message.Key, cancellation) is null
                    && await outbox.AddAsync(message, cancellation)
                )
                {
                    report.Count("messages queued");
                }
            }
        }
    }
}
