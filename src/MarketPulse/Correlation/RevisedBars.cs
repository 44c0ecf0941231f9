using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation;

/// <summary>Bars of a symbol or its benchmarks that came late or were revised → the results that were computed without them (IO).</summary>
/// <param name="states">Where changes of bars are noted, by symbol.</param>
/// <param name="handledUpTo">Changes noted up to then (UTC, inclusive) are dealt with; null for none.</param>
internal sealed class RevisedBars(
    WatchedSymbol symbol,
    IReadOnlyDictionary<string, PriceState> states,
    DateTimeOffset? handledUpTo
)
{
    private readonly List<(string Symbol, BarChange Change)> _changes =
    [
        .. from name in symbol.Benchmarks.Select(b => b.Symbol).Prepend(symbol.Symbol).Distinct()
        from change in states.GetValueOrDefault(name)?.Changes ?? []
        where handledUpTo is null || change.At > handledUpTo
        select (name, change),
    ];

    /// <summary>When the newest change was noted (UTC), or null where there is none that isn't dealt with.</summary>
    public DateTimeOffset? Newest => _changes.Count == 0 ? null : _changes.Max(c => c.Change.At);

    /// <summary>Stored results one of whose bars became what it is after they were computed.</summary>
    public async Task<IReadOnlyCollection<CorrelationResult>> OutdatedAsync(
        PriceTable prices,
        CorrelationTable results,
        CancellationToken cancellation
    )
    {
        if (_changes.Count == 0)
        {
            return [];
        }

        // A bar can be in the estimation window of an event day a year later.
        var stored = await results.ReadAsync(
            symbol.Symbol,
            _changes.Min(c => c.Change.From).AddDays(-14),
            _changes.Max(c => c.Change.To).AddDays(420),
            cancellation
        );
        if (stored.Count == 0)
        {
            return [];
        }

        var outdated = new HashSet<CorrelationResult>(ReferenceEqualityComparer.Instance);
        foreach (var (name, change) in _changes)
        {
            var bars = await prices.ReadStoredAsync(name, change.From, change.To, cancellation);
            foreach (var bar in bars.Where(b => b.CameLate))
            {
                outdated.UnionWith(
                    stored.Where(r =>
                        (name == symbol.Symbol || name == r.Benchmark)
                        && bar.ReturnKnownSince > r.ComputedAt
                        && DependsOn(r, bar.Session)
                    )
                );
            }
        }

        return outdated;
    }

    /// <summary>Whether a session's close is in one of a result's returns; each needs the close before it too.</summary>
    private static bool DependsOn(CorrelationResult result, DateOnly session)
    {
        if (session > TradingCalendar.Offset(result.EventDay, result.WindowTo))
        {
            return false;
        }

        return session >= TradingCalendar.Offset(result.EventDay, result.WindowFrom - 1)
            || (
                session >= TradingCalendar.Offset(result.EventDay, StudyRules.Estimation.From - 1)
                && session <= TradingCalendar.Offset(result.EventDay, StudyRules.Estimation.To)
            );
    }
}
