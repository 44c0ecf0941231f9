using System.Collections.Immutable;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Correlation;

/// <summary>The bars that a symbol's studies need, read once a run.</summary>
public sealed record StudyMaterial(
    PriceSeries Stock,
    ImmutableDictionary<string, AlignedReturns> ByBenchmark
)
{
    internal static async Task<StudyMaterial> ReadAsync(
        PriceTable prices,
        WatchedSymbol symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var stock = await prices.ReadAsync(symbol.Symbol, from, to, cancellation);
        var benchmarks = ImmutableDictionary.CreateBuilder<string, AlignedReturns>();
        foreach (var benchmark in symbol.Benchmarks)
        {
            benchmarks[benchmark.Symbol] = new(
                stock,
                await prices.ReadAsync(benchmark.Symbol, from, to, cancellation)
            );
        }

        return new(stock, benchmarks.ToImmutable());
    }
}
