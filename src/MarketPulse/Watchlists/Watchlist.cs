using System.Collections.Immutable;

namespace MarketPulse.Watchlists;

/// <summary>What is watched: one readable file, <c>watchlist.json</c>, checked when it is read.</summary>
/// <param name="Since">The first date whose prices are wanted.</param>
/// <param name="Events">A file of dated events (<c>.json</c> or <c>.ics</c>), relative to the watchlist's folder; null for none.</param>
public sealed record Watchlist(
    DateOnly Since,
    ImmutableArray<WatchedSymbol> Symbols,
    ImmutableArray<WatchedFeed> Feeds,
    ImmutableArray<WatchRule> Rules,
    string? Events = null
)
{
    /// <summary>Every symbol whose bars are needed: the watched ones and their benchmarks, each once.</summary>
    public IEnumerable<string> PricedSymbols =>
        Symbols
            .Select(s => s.Symbol)
            .Concat(Symbols.SelectMany(s => s.Benchmarks).Select(b => b.Symbol))
            .Distinct();

    public WatchedSymbol? Find(string symbol) => Symbols.FirstOrDefault(s => s.Symbol == symbol);
}

/// <param name="Names">Words that mean the company in a headline, such as <c>NVIDIA</c>.</param>
/// <param name="Benchmarks">What its returns are compared with; the first decides verdicts and alerts.</param>
public sealed record WatchedSymbol(
    string Symbol,
    ImmutableArray<string> Names,
    ImmutableArray<WatchedBenchmark> Benchmarks
);

/// <param name="HoldsSymbol">Whether the benchmark itself holds the stock, which hides a part of the stock's own move.</param>
public sealed record WatchedBenchmark(string Symbol, bool HoldsSymbol = false);

/// <param name="About">The symbol that every item is about, or null: then an item counts when its title names one.</param>
public sealed record WatchedFeed(string Name, Uri Url, string? About = null);
