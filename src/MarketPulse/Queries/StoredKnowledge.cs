using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Correlation;
using MarketPulse.Prices;

namespace MarketPulse.Queries;

/// <summary>Answers from the tables (IO): the same for HTTP and the command line.</summary>
public sealed class StoredKnowledge(
    AnnouncementTable announcements,
    PriceTable prices,
    CorrelationTable correlations,
    AlertTable alerts,
    Outbox outbox
)
{
    /// <summary>Results, newest event day first, then by announcement, benchmark, window and exclusions.</summary>
    public async Task<IReadOnlyList<CorrelationResult>> AskAsync(
        CorrelationQuery query,
        CancellationToken cancellation
    )
    {
        var stored = await correlations.ReadAsync(
            query.Symbol,
            query.From ?? TradingCalendar.First,
            query.To ?? TradingCalendar.Last,
            cancellation
        );
        return [.. stored.Where(query.Matches)];
    }

    /// <summary>Announcements published between two dates (New York, both inclusive), newest first.</summary>
    public async Task<IReadOnlyList<Announcement>> AnnouncementsAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        AnnouncementKind? kind,
        CancellationToken cancellation
    )
    {
        var stored = await announcements.ReadAsync(
            symbol,
            TradingCalendar.Midnight(from ?? TradingCalendar.First),
            TradingCalendar.Midnight((to ?? TradingCalendar.Last).AddDays(1)).AddTicks(-1),
            cancellation
        );
        return [.. stored.Where(a => kind is null || a.Kind == kind).Reverse()];
    }

    /// <summary>The ledger of promises as it stood at the end of a date, by the end of the period.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> AskAsync(
        ClaimQuery query,
        CancellationToken cancellation
    ) =>
        [
            .. Ledger
                .Of(await announcements.ReadWithClaimsAsync(query.Symbol, cancellation), query.AsOf)
                .Where(e => query.Status is null || e.Status == query.Status),
        ];

    /// <summary>Bars with their returns, oldest first; adjusted closes are on the basis of the newest stored bar, whatever is asked for.</summary>
    /// <param name="asOf">Answers with what was stored at that instant (UTC), revised or not since; null for now.</param>
    public async Task<IReadOnlyList<PricePoint>> PricesAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        DateTimeOffset? asOf,
        CancellationToken cancellation
    )
    {
        var first = from ?? TradingCalendar.First;
        // The bar before the first one asked for, so that the first has a return too.
        var stored = await prices.ReadStoredAsync(
            symbol,
            from is null ? first : first.AddDays(-10),
            TradingCalendar.Last,
            cancellation
        );
        var known = asOf is { } instant
            ? [.. stored.Select(bar => bar.AsOf(instant)).OfType<StoredBar>()]
            : stored;
        var last = to ?? TradingCalendar.Last;
        return
        [
            .. PricePoint.Of(symbol, known).Where(p => p.Session >= first && p.Session <= last),
        ];
    }

    /// <summary>Every decision about an alert, newest event day first: why there was a mail, or none.</summary>
    public Task<IReadOnlyList<Alert>> AlertsAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellation
    ) =>
        alerts.ReadAsync(
            symbol,
            from ?? TradingCalendar.First,
            to ?? TradingCalendar.Last,
            cancellation
        );

    /// <summary>Every decision about an alert with what became of its mail, newest event day first.</summary>
    public async Task<IReadOnlyList<AlertAnswer>> AlertAnswersAsync(
        string symbol,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellation
    )
    {
        var mails = new Dictionary<string, Notification>();
        // What is in "sent" counts: a crash may have left it elsewhere too.
        foreach (
            var partition in new[] { Outbox.Sent, Outbox.Pending, Outbox.Silenced, Outbox.Dead }
        )
        {
            foreach (var mail in await outbox.ReadAsync(partition, cancellation))
            {
                mails.TryAdd(mail.Key, mail);
            }
        }

        return
        [
            .. (await AlertsAsync(symbol, from, to, cancellation)).Select(alert =>
                AlertAnswer.Of(alert, mails.GetValueOrDefault(alert.NotificationKey ?? ""))
            ),
        ];
    }
}
