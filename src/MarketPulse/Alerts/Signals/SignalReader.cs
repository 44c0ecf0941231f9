using System.Collections.Immutable;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Correlation;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>Reads what a rule looks at, and no more (IO): a rule that isn't on the watchlist costs no request.</summary>
public sealed class SignalReader(
    Watchlist watchlist,
    AnnouncementTable announcements,
    PriceTable prices,
    StatementReader statements,
    Wording words,
    TimeProvider clock
)
{
    // A calendar year and more before an event day covers the estimation window of 260 sessions.
    private const int DaysOfBars = 420;

    // Sessions in which an announcement is news, and a weekend or two.
    private const int DaysOfNews = 10;

    /// <summary>A rule's signals about a symbol.</summary>
    /// <param name="results">Recent event-day results against the first benchmark.</param>
    /// <param name="decided">Decisions of the last weeks.</param>
    /// <exception cref="SettingException">The events file can't be read.</exception>
    public async Task<IEnumerable<Signal>> ReadAsync(
        WatchRule rule,
        WatchedSymbol symbol,
        ImmutableArray<CorrelationResult> results,
        IReadOnlyCollection<Alert> decided,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var last = TradingCalendar.LastCompleted(now, PriceIngestion.Margin);
        if (rule.Announcement is not null)
        {
            return AnnouncementSignals.Of(rule, await SeenAsync(symbol, now, cancellation), words);
        }

        if (rule.Claim is not null)
        {
            var undecided = (await SeenAsync(symbol, now, cancellation)).Where(a =>
                !Has(decided, rule, a.Id)
            );
            return ClaimSignals.Of(
                await statements.ReadAsync(undecided, last, known: null, cancellation),
                words
            );
        }

        if (rule.Promise is not null)
        {
            var today = TradingCalendar.DateOf(now);
            var told = await announcements.ReadWithClaimsAsync(symbol.Symbol, cancellation);
            return PromiseSignals.Of(rule.Promise, Ledger.Of(told, today), told, today, words);
        }

        if (rule.Volume is not null)
        {
            var undecided = results.Where(r => !Has(decided, rule, r.AnnouncementId)).ToList();
            return undecided.Count == 0
                ? []
                : VolumeSignals.Of(
                    rule,
                    undecided,
                    await BarsAsync(
                        symbol.Symbol,
                        undecided.Min(r => r.EventDay),
                        last,
                        cancellation
                    ),
                    words
                );
        }

        if (rule.FollowUp is not null)
        {
            var moves = watchlist.Rules.Where(r => r.IsMove).Select(r => r.Name).ToHashSet();
            var due = FollowUpSignals.Due(rule, decided, moves, last);
            if (due.IsEmpty)
            {
                return [];
            }

            var first = due.Min(d => d.First.EventDay);
            var benchmark = symbol.Benchmarks[0].Symbol;
            var stock = await BarsAsync(symbol.Symbol, first, last, cancellation);
            var market = await BarsAsync(benchmark, first, last, cancellation);
            return FollowUpSignals.Of(due, stock, new(stock, market), benchmark, words);
        }

        if (rule.YearToDate is not null || rule.Drawdown is not null)
        {
            var series = await prices.ReadAsync(
                symbol.Symbol,
                new(last.Year - 1, 12, 15),
                last,
                cancellation
            );
            return LevelSignals.Of(rule, series, words);
        }

        if (rule.Event is not null && watchlist.Events is { } file)
        {
            var today = TradingCalendar.DateOf(now);
            return EventSignals.Of(
                symbol.Symbol,
                EventsFile.Read(file, today, today.AddDays(1)),
                today,
                words
            );
        }

        return [];
    }

    /// <summary>What was seen or corrected lately and isn't history that was read in.</summary>
    private async Task<IEnumerable<Announcement>> SeenAsync(
        WatchedSymbol symbol,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        (
            await announcements.ReadSeenSinceAsync(
                symbol.Symbol,
                now.AddDays(-DaysOfNews),
                cancellation
            )
        ).Where(a => a.OrderedAt >= now.AddDays(-AlertStage.LookBack));

    private Task<PriceSeries> BarsAsync(
        string symbol,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellation
    ) => prices.ReadAsync(symbol, first.AddDays(-DaysOfBars), last, cancellation);

    private static bool Has(IEnumerable<Alert> decided, WatchRule rule, string subject) =>
        decided.Any(a => a.Rule == rule.Name && a.AnnouncementId == subject);
}
