using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation;

/// <summary>Measures every announcement whose windows have closed and whose result is missing or outdated (IO).</summary>
public sealed class Correlator(
    Watchlist watchlist,
    AnnouncementTable announcements,
    PriceTable prices,
    CorrelationTable table,
    SourceTable sources,
    TimeProvider clock
)
{
    public const string Sort = "correlation";

    /// <summary>Calendar days around a corrected announcement in which others may gain or lose it as a neighbour.</summary>
    private const int CorrectionReach = 16;

    // Everything that was first seen, or corrected, before this is settled; it only ever depends on what is stored.
    private sealed record Watermark(DateTimeOffset SettledBefore);

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        var marks = await sources.ReadAsync<Watermark>(Sort, cancellation);
        foreach (var symbol in watchlist.Symbols)
        {
            var settledBefore =
                marks.GetValueOrDefault(symbol.Symbol)?.SettledBefore ?? DateTimeOffset.UnixEpoch;
            var settledNow = await CorrelateAsync(symbol, settledBefore, report, cancellation);
            if (settledNow != settledBefore)
            {
                await sources.WriteAsync(
                    Sort,
                    symbol.Symbol,
                    new Watermark(settledNow),
                    cancellation
                );
            }
        }

        return report;
    }

    private async Task<DateTimeOffset> CorrelateAsync(
        WatchedSymbol symbol,
        DateTimeOffset settledBefore,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var open = await announcements.ReadSeenSinceAsync(
            symbol.Symbol,
            settledBefore,
            cancellation
        );
        if (open.Count == 0)
        {
            return settledBefore;
        }

        var now = clock.GetUtcNow();
        var days = open.Select(a => EventDay.Of(a).Session).ToList();
        // A calendar year and more before the first event day covers the estimation window of 260 sessions.
        var since = days.Min().AddDays(-420);
        var neighbours = await announcements.ReadAsync(
            symbol.Symbol,
            new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            now,
            cancellation
        );
        var placed = neighbours
            .UnionBy(open, a => a.Id)
            .Select(a => new PlacedAnnouncement(a, EventDay.Of(a)))
            .ToImmutableArray();
        var stored = (
            await table.ReadAsync(
                symbol.Symbol,
                days.Min().AddDays(-2 * CorrectionReach),
                days.Max().AddDays(2 * CorrectionReach),
                cancellation
            )
        ).ToLookup(r => r.AnnouncementId);
        var material = new Lazy<Task<StudyMaterial>>(() =>
            StudyMaterial.ReadAsync(
                prices,
                symbol,
                since,
                TradingCalendar.DateOf(now),
                cancellation
            )
        );

        DateTimeOffset? oldestOpen = null;
        foreach (var subject in placed.Where(p => IsOpen(p, open, settledBefore)))
        {
            var plan = new StudyPlan(symbol, subject, placed, [.. stored[subject.Announcement.Id]]);
            if (plan.IsDue(now))
            {
                var results = plan.Compute(await material.Value, now);
                if (results.Count > 0)
                {
                    await table.WriteAsync(results, plan.Superseded, cancellation);
                    report.Count("correlations", results.Count);
                }

                plan = plan.With(results);
            }

            var openSince = OpenSince(subject.Announcement, settledBefore);
            if (plan.Missing.Count > 0 && (oldestOpen is null || openSince < oldestOpen))
            {
                oldestOpen = openSince;
            }
        }

        return oldestOpen ?? open.Max(a => OpenSince(a, settledBefore));
    }

    /// <summary>New, or given another instant, or near enough to one that was to be measured beside it.</summary>
    private static bool IsOpen(
        PlacedAnnouncement subject,
        IReadOnlyList<Announcement> open,
        DateTimeOffset settledBefore
    ) =>
        subject.Announcement.FirstSeenAt >= settledBefore
        || open.Any(o =>
            o.CorrectedAt >= settledBefore
            && Math.Abs(EventDay.Of(o).Session.DayNumber - subject.Day.Session.DayNumber)
                <= CorrectionReach
        );

    private static DateTimeOffset OpenSince(
        Announcement announcement,
        DateTimeOffset settledBefore
    ) =>
        announcement.FirstSeenAt >= settledBefore
            ? announcement.FirstSeenAt
            : announcement.CorrectedAt ?? settledBefore;
}
