using System.Collections.Immutable;
using MarketPulse.Storage;
using MarketPulse.Watchlists;

namespace MarketPulse.Prices;

/// <summary>Brings every symbol's bars up to the last completed session (IO). Asks the tables what is missing, and only then the source.</summary>
public sealed class PriceIngestion(
    Watchlist watchlist,
    PriceSources source,
    PriceIntake intake,
    PriceTable table,
    SourceTable states,
    TimeProvider clock
)
{
    /// <summary>How long after a close its bar counts as final: late trades and corrections come within minutes.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>Sessions asked for again, so that late corrections and filled gaps are seen.</summary>
    public const int Overlap = 10;

    /// <summary>Days of stored bars that hold the overlap, holidays included.</summary>
    private const int RecentDays = 25;

    public async Task<StageReport> RunAsync(CancellationToken cancellation)
    {
        var report = new StageReport();
        var now = clock.GetUtcNow();
        var expected = TradingCalendar.LastCompleted(now, Margin);
        var known = await states.ReadAsync<PriceState>(PriceState.Sort, cancellation);
        var changed = new Dictionary<string, PriceState>();
        foreach (var symbol in watchlist.PricedSymbols)
        {
            var state = known.GetValueOrDefault(symbol) ?? PriceState.None;
            if (!state.IsDue(expected, now))
            {
                if (state.Trouble is { } trouble)
                {
                    report.Problem(symbol, trouble);
                }

                continue;
            }

            try
            {
                changed[symbol] = await IngestAsync(
                    symbol,
                    state,
                    expected,
                    now,
                    report,
                    cancellation
                );
            }
            catch (PriceSourceException error) when (error.IsUnknownSymbol)
            {
                var trouble =
                    $"{error.Message} If {symbol} was renamed, write its new symbol into the watchlist; if it is gone, take it out. What is stored stays; it is asked for once a session.";
                report.Problem(symbol, trouble);
                changed[symbol] = state with { AskedFor = expected, Trouble = trouble, At = now };
            }
            catch (PriceSourceException error)
            {
                report.Problem(symbol, error.Message);
            }
        }

        await states.WriteAsync(PriceState.Sort, changed, cancellation);
        return report;
    }

    private async Task<PriceState> IngestAsync(
        string symbol,
        PriceState state,
        DateOnly expected,
        DateTimeOffset now,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var isCheck = state.IsCheckDue(expected);
        var oldest = OldestGapDue(state, now);
        var readFrom = isCheck ? watchlist.Since : Recent(expected, oldest);
        var stored = await table.ReadStoredAsync(symbol, readFrom, expected, cancellation);
        if (stored.IsEmpty && !isCheck)
        {
            (isCheck, readFrom) = (true, watchlist.Since);
            stored = await table.ReadStoredAsync(symbol, readFrom, expected, cancellation);
        }

        var from =
            isCheck || stored.IsEmpty
                ? watchlist.Since
                // What wasn't read can't be compared.
                : Later(
                    readFrom,
                    Earlier(oldest, TradingCalendar.Offset(stored[^1].Session, -Overlap))
                );
        var reply = await source.GetAsync(symbol, from, now, cancellation);
        var result = await intake.TakeAsync(
            new(symbol, stored, reply, from, expected, now)
            {
                MayBeHeld = isCheck || state.Quarantined > 0,
            },
            report,
            cancellation
        );
        var next = state with
        {
            Newest = result.Bars.IsEmpty ? null : result.Bars[^1].Session,
            CheckedOn = isCheck ? expected : state.CheckedOn,
            Trouble = null,
            Quarantined = result.Held,
            At = now,
        };
        var late = result.Bars.Where(b => b.CameLate && b.RetrievedAt > state.At).ToList();
        if (late.Count > 0)
        {
            next = next.With(new BarChange(late[0].Session, late[^1].Session, now));
        }

        next = next.With(Gaps(symbol, state, result.Bars, from, now, report));
        return next.Newest == expected
            ? next with
            {
                AskedFor = expected,
                Attempts = 0,
            }
            : Missed(symbol, next, expected, now, report);
    }

    private DateOnly Recent(DateOnly expected, DateOnly oldestGap) =>
        Later(watchlist.Since, Earlier(oldestGap.AddDays(-7), expected.AddDays(-RecentDays)));

    private static DateOnly OldestGapDue(PriceState state, DateTimeOffset now) =>
        state
            .Gaps.Where(gap => gap.NextAttemptAt <= now)
            .Select(gap => gap.From)
            .DefaultIfEmpty(TradingCalendar.Last)
            .Min();

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>What is missing between the first bar and the newest one; older gaps that weren't looked at stay as they were.</summary>
    private static IEnumerable<PriceGap> Gaps(
        string symbol,
        PriceState state,
        ImmutableArray<StoredBar> bars,
        DateOnly from,
        DateTimeOffset now,
        StageReport report
    )
    {
        if (bars.IsEmpty)
        {
            return [];
        }

        var known = bars.Select(b => b.Session).ToHashSet();
        // Before the first bar nothing is missing: the symbol may not have been listed yet.
        var first = bars[0].Session > from ? bars[0].Session : from;
        var gaps = PriceGap
            .Find(first, bars[^1].Session, known.Contains)
            .Select(gap =>
                (
                    gap with
                    {
                        Attempts = state
                            .Gaps.Where(g => g.From <= gap.To && g.To >= gap.From)
                            .Select(g => g.Attempts)
                            .DefaultIfEmpty(0)
                            .Max(),
                    }
                ).Asked(now)
            )
            .ToList();
        foreach (var gap in gaps.Where(g => g.Attempts == 1 || g.NextAttemptAt is null))
        {
            report.Problem(
                symbol,
                gap.NextAttemptAt is null
                    ? $"No source has the bars of {gap}; they are given up. 'marketpulse backfill --symbol {symbol} --from {gap.From:yyyy-MM-dd} --to {gap.To:yyyy-MM-dd} --source csv --folder DIR' brings them from a file."
                    : $"The source has no bar of {gap}; it is asked for again, {PriceGap.MostAttempts} times at most."
            );
        }

        return state.Gaps.Where(g => g.To < first).Concat(gaps);
    }

    private static PriceState Missed(
        string symbol,
        PriceState state,
        DateOnly expected,
        DateTimeOffset now,
        StageReport report
    )
    {
        var missed = state.Missed(expected, now);
        report.Problem(
            symbol,
            missed.IsEager
                ? $"The source has no bar of {expected:yyyy-MM-dd} yet; the next run asks again."
                : $"The source has no bar of {expected:yyyy-MM-dd}, though it was asked {missed.Attempts} times; it is asked again in some hours."
        );
        return missed;
    }
}
