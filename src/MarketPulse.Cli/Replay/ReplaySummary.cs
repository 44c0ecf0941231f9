using System.Collections.Immutable;
using MarketPulse.Alerts;
using MarketPulse.Announcements;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Replay;

/// <summary>What a replay left behind, counted from the tables.</summary>
/// <param name="BeforeSpan">Announcements published before the span's first date.</param>
/// <param name="Unmeasured">Announcements whose event day lies after the span.</param>
/// <param name="EventDays">Distinct event days measured.</param>
/// <param name="Verdicts">Announcements by the verdict of window 0..0 on the first benchmark, nothing excluded.</param>
/// <param name="Results">All stored results, every window, benchmark and exclusion.</param>
/// <param name="Decisions">Alert decisions by rule and decision.</param>
/// <param name="SkippedTicks">Scheduled runs that were skipped because no source had anything new.</param>
internal sealed record ReplaySummary(
    int Sessions,
    int Announcements,
    int Tellings,
    int BeforeSpan,
    int Unmeasured,
    int EventDays,
    ImmutableSortedDictionary<Verdict, int> Verdicts,
    int Results,
    ImmutableArray<(string Rule, NotifyDecision Decision, int Count)> Decisions,
    int Emails,
    ImmutableArray<(string File, string Why)> WorthOpening,
    string MailFolder,
    int SkippedTicks,
    TimeSpan WallTime
)
{
    /// <summary>
    /// Table transactions of the scheduled runs of this process, as they would be billed: not those by which the replay
    /// keeps its position, makes its tables and sums up.
    /// </summary>
    public long Transactions { get; init; }

    /// <summary>Those of them that the price stage cost.</summary>
    public long PriceTransactions { get; init; }

    public static async Task<ReplaySummary> ReadAsync(
        CliHost host,
        ReplayOptions options,
        LocalData data,
        IReadOnlyDictionary<string, int> rows,
        int skipped,
        CancellationToken cancellation
    )
    {
        var symbol = host.Get<Watchlist>().Symbols[0];
        var results = await host.Get<CorrelationTable>()
            .ReadAsync(symbol.Symbol, TradingCalendar.First, TradingCalendar.Last, cancellation);
        var primary = results.Where(r => AlertDecider.IsPrimary(r, symbol)).ToList();
        var alerts = await host.Get<AlertTable>()
            .ReadAsync(symbol.Symbol, TradingCalendar.First, TradingCalendar.Last, cancellation);
        var announcements = await host.Get<AnnouncementTable>()
            .ReadAsync(
                symbol.Symbol,
                DateTimeOffset.UnixEpoch,
                TradingCalendar.Midnight(TradingCalendar.Last),
                cancellation
            );
        var mails = await host.Get<Outbox>().ReadAsync(Outbox.Sent, cancellation);
        return new(
            TradingCalendar.Sessions(options.From, options.To).Count(),
            announcements.Count,
            announcements.Sum(a => a.Sources.Length),
            announcements.Count(a => a.OrderedAt < TradingCalendar.Midnight(options.From)),
            announcements.Count - primary.Count,
            primary.Select(r => r.EventDay).Distinct().Count(),
            primary.GroupBy(r => r.Verdict).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            rows[TableNames.Correlations],
            [
                .. alerts
                    .GroupBy(a => (a.Rule, a.Decision))
                    .OrderBy(g => g.Key)
                    .Select(g => (g.Key.Rule, g.Key.Decision, g.Count())),
            ],
            mails.Count,
            [.. WorthReading(data, mails, primary)],
            data.Mail,
            skipped,
            TimeSpan.Zero
        );
    }

    /// <summary>The strongest result, the largest move that can't be told from noise, and the newest keynote's.</summary>
    private static IEnumerable<(string File, string Why)> WorthReading(
        LocalData data,
        IReadOnlyList<Notification> mails,
        IReadOnlyCollection<CorrelationResult> primary
    )
    {
        var told = (
            from mail in mails
            where mail.DeliveredAs is not null && mail.AnnouncementIds.Length > 0
            let result = primary.FirstOrDefault(r => r.AnnouncementId == mail.AnnouncementIds[0])
            where result is not null
            select (mail, result)
        ).ToList();
        var chosen = new (CorrelationResult? Result, string Why)[]
        {
            (
                told.Select(t => t.result)
                    .Where(r => r.Kind == AnnouncementKind.Keynote)
                    .MaxBy(r => r.EventDay),
                "the newest keynote's day"
            ),
            (
                told.Select(t => t.result).MaxBy(r => Math.Abs(r.T ?? 0)),
                "the furthest from what the market explains"
            ),
            (
                told.Select(t => t.result)
                    .Where(r => r.Verdict == Verdict.NotDistinguishableFromNoise)
                    .MaxBy(r => Math.Abs(r.Return ?? 0)),
                "the largest move that can't be told from noise"
            ),
            (
                told.Select(t => t.result)
                    .Where(r => r.Verdict == Verdict.Confounded)
                    .MaxBy(r => Math.Abs(r.T ?? 0)),
                "several announcements share the day"
            ),
        };
        return from choice in chosen
            where choice.Result is not null
            group choice.Why by choice.Result into same
            let mail = told.First(t => t.result == same.Key).mail
            select (
                Terminal.Shorten(Path.Combine(data.Mail, mail.DeliveredAs!)),
                string.Join("; ", same)
            );
    }
}
