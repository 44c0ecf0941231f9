using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MarketPulse.Prices;

namespace MarketPulse.Watchlists;

/// <summary>Reads <c>watchlist.json</c> (IO) and refuses one that can't be meant, saying what to write instead.</summary>
public static partial class WatchlistFile
{
    /// <summary>The file that comes with MarketPulse.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "watchlist.json");

    /// <exception cref="SettingException">The file is missing or wrong; the message names the file, the place and the cure.</exception>
    public static Watchlist Read(string path)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path), Json.Edited);
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new SettingException(
                    $"{path} is not a watchlist: it should be an object with since, symbols, feeds and rules."
                );
            }

            // "$schema" is for editors, not for us.
            var members = root.EnumerateObject()
                .Where(m => m.Name != "$schema")
                .ToDictionary(m => m.Name, m => m.Value);
            var list = JsonSerializer
                .SerializeToElement(members)
                .Deserialize<Watchlist>(Json.Edited)!;
            return Problem(list) is { } problem
                ? throw new SettingException($"{path}: {problem}")
                : list with
                {
                    Rules = PromiseRule.With(list.Rules, list.TellMissedPromises),
                    Events = list.Events is { } events
                        ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, events)
                        : null,
                };
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new SettingException(
                $"{path}: {Words(error)} docs/watchlist.schema.json says what is allowed.",
                error
            );
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new SettingException(
                $"The watchlist {path} can't be read: {error.Message} Set Watchlist:File to a readable one, or leave it out for the built-in one.",
                error
            );
        }
    }

    /// <summary>The serializer's complaint without its type names: where, and what belongs there.</summary>
    private static string Words(Exception error) =>
        error switch
        {
            JsonException { Path: "$.since" } =>
                "since ($.since) is not a date: write it like 2022-11-01.",
            JsonException json
                when json.Message.Contains("could not be mapped", StringComparison.Ordinal) =>
                $"'{json.Message.Split('\'')[1]}' is not a member there ({json.Path}).",
            JsonException { Path: { Length: > 1 } place } json
                when json.Message.StartsWith(
                    "The JSON value could not be converted",
                    StringComparison.Ordinal
                ) => $"the value at {place} is not of the sort that belongs there.",
            JsonException json when json.LineNumber is { } line && json.Path is null or "$" =>
                $"it is not JSON, from line {json.LineNumber + 1} on.",
            _ => error.Message,
        };

    /// <summary>Whether a text can be a symbol, as exchanges and Yahoo write them.</summary>
    public static bool IsSymbol(string text) => SymbolForm().IsMatch(text);

    private static string? Problem(Watchlist list) =>
        list.Since < TradingCalendar.First || list.Since > TradingCalendar.Last
            ? $"since {list.Since:yyyy-MM-dd} is outside the trading calendar (2000 to 2030)."
        : list.Symbols.IsDefaultOrEmpty ? "symbols is empty: name at least one, with a benchmark."
        : list.PricedSymbols.FirstOrDefault(s => !SymbolForm().IsMatch(s)) is { } bad
            ? $"'{bad}' is not a symbol: write it as the exchange does, such as NVDA or ^GSPC."
        : list.Symbols.FirstOrDefault(s => s.Benchmarks.IsDefaultOrEmpty) is { } alone
            ? $"{alone.Symbol} has no benchmarks: name at least one, such as SPY."
        : list.Symbols.FirstOrDefault(s => s.Names.Any(string.IsNullOrWhiteSpace)) is { } nameless
            ? $"{nameless.Symbol} has an empty name: write the words that mean the company, such as NVIDIA."
        : list.Symbols.FirstOrDefault(s => s.Benchmarks.Any(b => b.Symbol == s.Symbol)) is { } own
            ? $"{own.Symbol} can't be its own benchmark: name an index or a fund, such as SPY."
        : list.Symbols.FirstOrDefault(s =>
            s.Benchmarks.DistinctBy(b => b.Symbol).Count() < s.Benchmarks.Length
        )
            is { } repeating
            ? $"{repeating.Symbol} names {repeating.Benchmarks.GroupBy(b => b.Symbol).First(g => g.Count() > 1).Key} twice as a benchmark."
        : list.Symbols.GroupBy(s => s.Symbol).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"{twice.Key} is listed twice."
        : FeedProblem(list.Feeds, list.Symbols) ?? RuleChecks.Problem(list.Rules);

    private static string? FeedProblem(
        ImmutableArray<WatchedFeed> feeds,
        ImmutableArray<WatchedSymbol> symbols
    ) =>
        feeds.IsDefaultOrEmpty ? "feeds is empty: name at least one."
        : feeds.FirstOrDefault(f => !f.Url.IsAbsoluteUri || f.Url.Scheme is not ("http" or "https"))
            is { } feed
            ? $"feed {feed.Name}: '{feed.Url}' is not an http(s) address."
        : feeds.FirstOrDefault(f => !NameForm().IsMatch(f.Name)) is { } name
            ? $"feed '{name.Name}': names are lower-case letters, digits and hyphens."
        : feeds.GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"feed {twice.Key} is listed twice."
        : feeds.FirstOrDefault(f => f.About is { } about && symbols.All(s => s.Symbol != about))
            is { } unknown
            ? $"feed {unknown.Name} is about {unknown.About}, which symbols doesn't list."
        : null;

    [GeneratedRegex(@"^[A-Z0-9^][A-Z0-9.=-]{0,14}$")]
    private static partial Regex SymbolForm();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,40}$")]
    private static partial Regex NameForm();
}
