using MarketPulse.Storage;

namespace MarketPulse.Prices;

/// <summary>Brings a span of a symbol's history from a source into the tables (IO).</summary>
/// <remarks>
/// Whole years are written one after the other, in full transactions. What is stored already is compared and left, so that a
/// backfill that was cut off, however, is simply started again.
/// </remarks>
public sealed class PriceBackfill(
    PriceSources sources,
    PriceIntake intake,
    PriceTable table,
    PriceQuarantine quarantine,
    SourceTable states,
    TimeProvider clock
)
{
    /// <param name="from">The first date, inclusive.</param>
    /// <param name="to">The last date, inclusive; what lies after the last completed session is left out.</param>
    /// <param name="source">The one source to ask; null for all in their order.</param>
    /// <param name="believe">Whether returns over the bound are taken as they come.</param>
    /// <param name="progress">Told each year that is done, and the fraction of all.</param>
    /// <exception cref="PriceSourceException">No source gave a usable answer.</exception>
    public async Task<BackfillResult> RunAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        string? source,
        bool believe,
        Action<int, double> progress,
        StageReport report,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var completed = TradingCalendar.LastCompleted(now, PriceIngestion.Margin);
        var last = to < completed ? to : completed;
        var reply = source is null
            ? await sources.GetAsync(symbol, from, now, cancellation)
            : await sources.Named(source).GetAsync(symbol, from, now, cancellation);
        // A week more, so that the first bar has one to be compared with.
        var stored = await table.ReadStoredAsync(symbol, from.AddDays(-7), last, cancellation);
        var mayBeHeld = (await quarantine.ReadAsync(cancellation)).Any(q => q.Symbol == symbol);
        var (added, revised, known) = (0, 0, stored.ToDictionary(s => s.Session));
        for (var year = from.Year; year <= last.Year; year++)
        {
            var (begin, end) = (Later(from, new(year, 1, 1)), Earlier(last, new(year, 12, 31)));
            var ofYear = reply with
            {
                Bars = [.. reply.Bars.Where(b => b.Session >= begin && b.Session <= end)],
                Notes = year == from.Year ? reply.Notes : [],
            };
            var result = await intake.TakeAsync(
                new(
                    symbol,
                    [.. known.Values.Where(b => b.Session <= end).OrderBy(b => b.Session)],
                    ofYear,
                    begin,
                    end,
                    now
                )
                {
                    To = end,
                    MayBeHeld = mayBeHeld,
                    Believe = believe,
                    IsAlone = source is not null,
                },
                report,
                cancellation
            );
            (added, revised) = (added + result.Added, revised + result.Revised);
            foreach (var bar in result.Bars)
            {
                known[bar.Session] = bar;
            }

            progress(year, (double)(year - from.Year + 1) / (last.Year - from.Year + 1));
        }

        await NoteAsync(symbol, new BarChange(from, last, now), cancellation);
        return Summary(reply.Source, from, last, known.Keys, added, revised);
    }

    /// <summary>Lets the next runs know: results are looked at again, and the history is compared with the calendar.</summary>
    private async Task NoteAsync(string symbol, BarChange change, CancellationToken cancellation)
    {
        var all = await states.ReadAsync<PriceState>(PriceState.Sort, cancellation);
        var state = (all.GetValueOrDefault(symbol) ?? PriceState.None).With(change);
        await states.WriteAsync(
            PriceState.Sort,
            symbol,
            state with
            {
                CheckedOn = null,
                AskedFor = null,
                Gaps = [],
                Newest = null,
                At = change.At,
            },
            cancellation
        );
    }

    private static BackfillResult Summary(
        string source,
        DateOnly from,
        DateOnly last,
        IEnumerable<DateOnly> known,
        int added,
        int revised
    )
    {
        var sessions = known.Where(s => s >= from && s <= last).ToHashSet();
        var first = sessions.Count == 0 ? from : sessions.Min();
        return new(
            source,
            TradingCalendar.Sessions(first, last).Count(),
            sessions.Count,
            added,
            revised,
            PriceGap.Find(first, last, sessions.Contains)
        );
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
