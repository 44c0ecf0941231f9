using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Telemetry;
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

    // Everything that was first seen, or corrected, before this is settled, and revised bars noted up to then are dealt with;
    // both only ever depend on what is stored.
    private sealed record Watermark(
        DateTimeOffset SettledBefore,
        DateTimeOffset? RevisedBefore = null
    );

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        var marks = await sources.ReadAsync<Watermark>(Sort, cancellation);
        var changes = await sources.ReadAsync<PriceState>(PriceState.Sort, cancellation);
        foreach (var symbol in watchlist.Symbols)
        {
            var mark =
                marks.GetValueOrDefault(symbol.Symbol) ?? new Watermark(DateTimeOffset.UnixEpoch);
            var revisions = new RevisedBars(symbol, changes, mark.RevisedBefore);
            var outdated = await revisions.OutdatedAsync(prices, table, cancellation);
            var settledBefore = await CorrelateAsync(
                symbol,
                mark.SettledBefore,
                outdated,
                report,
                cancellation
            );
            var next = new Watermark(settledBefore, revisions.Newest ?? mark.RevisedBefore);
            if (next != mark)
            {
                await sources.WriteAsync(Sort, symbol.Symbol, next, cancellation);
            }
        }

        return report;
    }

    private async Task<DateTimeOffset> CorrelateAsync(
        WatchedSymbol symbol,
        DateTimeOffset settledBefore,
        IReadOnlyCollection<CorrelationResult> outdated,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var open = await announcements.ReadSeenSinceAsync(
            symbol.Symbol,
            settledBefore,
            cancellation
        );
        if (open.Count == 0 && outdated.Count == 0)
        {
            return settledBefore;
        }

        var now = clock.GetUtcNow();
        var days = open.Select(a => EventDay.Of(a).Session)
            .Concat(outdated.Select(r => r.EventDay))
            .ToList();
        // A calendar year and more before the first event day covers the estimation window of 260 sessions.
        var since = days.Min().AddDays(-420);
        var neighbours = await announcements.ReadAsync(
            symbol.Symbol,
            TradingCalendar.Midnight(since),
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
        var revised = outdated.ToLookup(r => r.AnnouncementId);
        foreach (
            var subject in placed.Where(p =>
                IsOpen(p, open, settledBefore) || revised.Contains(p.Announcement.Id)
            )
        )
        {
            var plan = new StudyPlan(
                symbol,
                subject,
                placed,
                [.. stored[subject.Announcement.Id]],
                [.. revised[subject.Announcement.Id]]
            );
            if (plan.IsDue(now))
            {
                using var step = Traces.Step(
                    Traces.Measured,
                    symbol.Symbol,
                    subject.Announcement.Id
                );
                var results = plan.Compute(await material.Value, now);
                if (results.Count > 0)
                {
                    await table.WriteAsync(results, plan.Superseded, cancellation);
                    report.Count("correlations", results.Count);
                    report.CountSome(
                        "correlations on revised prices",
                        results.Count(r => r.Former is not null)
                    );
                }

                plan = plan.With(results);
            }

            var openSince = OpenSince(subject.Announcement, settledBefore);
            if (plan.Missing.Count > 0 && (oldestOpen is null || openSince < oldestOpen))
            {
                oldestOpen = openSince;
            }
        }

        return oldestOpen is { } oldest && oldest >= settledBefore ? oldest
            : oldestOpen is not null || open.Count == 0 ? settledBefore
            : open.Max(a => OpenSince(a, settledBefore));
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
