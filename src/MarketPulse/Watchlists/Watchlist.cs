using System.Collections.Immutable;

namespace MarketPulse.Watchlists;

/// <summary>What is watched: one readable file, <c>watchlist.json</c>, checked when it is read.</summary>
/// <param name="Since">The first date whose prices are wanted.</param>
/// <param name="TellMissedPromises">Whether a file without a rule about missed promises gets one when it is read: <see cref="PromiseRule"/>.</param>
/// <param name="Events">A file of dated events (<c>.json</c> or <c>.ics</c>), relative to the watchlist's folder; null for none.</param>
public sealed record Watchlist(
    DateOnly Since,
    ImmutableArray<WatchedSymbol> Symbols,
    ImmutableArray<WatchedFeed> Feeds,
    ImmutableArray<WatchRule> Rules,
    bool TellMissedPromises = true,
    string? Events = null
)
{
    /// <summary>Every symbol whose bars are needed: the watched ones and their benchmarks, each once.</summary>
    public IEnumerable<string> PricedSymbols =>
        Symbols
            .Select(s => s.Symbol)
            .Concat(Symbols.SelectMany(s => s.Benchmarks).Select(b => b.Symbol))
            .Distinct();

    /// <summary>The same with some of its symbols only; feeds about the others go with them.</summary>
    /// <param name="symbols">Comma separated; empty for all.</param>
    /// <exception cref="SettingException">One isn't on the list.</exception>
    public Watchlist Only(string? symbols)
    {
        var wanted = (symbols ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (wanted.FirstOrDefault(w => Find(w) is null) is { } unknown)
        {
            throw new SettingException(
                $"Watchlist:Symbols names {unknown}, which the watchlist doesn't hold. Set Watchlist__Symbols to some of {string.Join(", ", Symbols.Select(s => s.Symbol))}, or add {unknown} to the watchlist file."
            );
        }

        return wanted.Length == 0
            ? this
            : this with
            {
                Symbols = [.. Symbols.Where(s => wanted.Contains(s.Symbol))],
                Feeds = [.. Feeds.Where(f => f.About is null || wanted.Contains(f.About))],
            };
    }

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
