using System.Globalization;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>A question as people write it (a URL's query, a command line's options) → <see cref="CorrelationQuery"/>. Pure.</summary>
public static class CorrelationQueryText
{
    /// <summary>Every parameter there is.</summary>
    public static readonly IReadOnlyList<string> Parameters =
    [
        "symbol",
        "from",
        "to",
        "kind",
        "verdict",
        "benchmark",
        "window",
        "exclusions",
    ];

    private static readonly string[] Dates = ["a date such as 2025-03-18"];

    private static readonly string[] Exclusions =
    [
        StudyPlan.NoExclusions,
        StudyPlan.AnnouncementsExcluded,
    ];

    /// <summary>
    /// Reads the parameters: <c>symbol</c> (a watched one; may be left out when there is only one), <c>from</c> and <c>to</c>
    /// (event days, inclusive, ISO dates), <c>kind</c> and <c>verdict</c> (by their names in JSON), <c>benchmark</c> (one of the
    /// symbol's), <c>window</c> (such as -1..1) and <c>exclusions</c>. One left out or blank means any.
    /// Case doesn't count; hyphens may stand for spaces in names.
    /// </summary>
    /// <exception cref="QueryTextException">One is unknown, given twice or has a value that can't be meant.</exception>
    public static CorrelationQuery Parse(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        Watchlist watchlist
    )
    {
        var given = Given(parameters);
        var symbol = Symbol(given.GetValueOrDefault("symbol"), watchlist);
        var query = new CorrelationQuery(
            symbol.Symbol,
            Date(given, "from"),
            Date(given, "to"),
            Named<AnnouncementKind>(given, "kind"),
            Named<Verdict>(given, "verdict"),
            OneOf(given, "benchmark", [.. symbol.Benchmarks.Select(b => b.Symbol)]),
            Window(given),
            OneOf(given, "exclusions", Exclusions)
        );
        return query is { From: { } from, To: { } to } && from > to
            ? throw new QueryTextException(
                "to",
                $"{to:yyyy-MM-dd} is before from {from:yyyy-MM-dd}",
                [$"{from:yyyy-MM-dd} or later"]
            )
            : query;
    }

    private static Dictionary<string, string> Given(
        IEnumerable<KeyValuePair<string, string?>> parameters
    )
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, value) in parameters)
        {
            var parameter =
                Parameters.FirstOrDefault(p => p.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new QueryTextException(name, "there is no such parameter", Parameters);
            if (!string.IsNullOrWhiteSpace(value) && !given.TryAdd(parameter, value.Trim()))
            {
                throw new QueryTextException(parameter, "it is given twice", ["one value"]);
            }
        }

        return given;
    }

    private static WatchedSymbol Symbol(string? text, Watchlist watchlist)
    {
        var watched = watchlist.Symbols.Select(s => s.Symbol).ToList();
        return text is null
            ? watched.Count == 1
                ? watchlist.Symbols[0]
                : throw new QueryTextException(
                    "symbol",
                    "it is needed, as several are watched",
                    watched
                )
            : watchlist.Find(text.ToUpperInvariant())
                ?? throw new QueryTextException("symbol", $"'{text}' is not watched", watched);
    }

    private static DateOnly? Date(Dictionary<string, string> given, string name) =>
        !given.TryGetValue(name, out var text) ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
        : throw new QueryTextException(name, $"'{text}' is not a date", Dates);

    private static TEnum? Named<TEnum>(Dictionary<string, string> given, string name)
        where TEnum : struct, Enum =>
        !given.TryGetValue(name, out var text)
            ? null
            : EnumNames<TEnum>.Find(text)
                ?? throw new QueryTextException(
                    name,
                    $"'{text}' is not known",
                    EnumNames<TEnum>.All
                );

    private static string? OneOf(
        Dictionary<string, string> given,
        string name,
        IReadOnlyList<string> allowed
    ) =>
        !given.TryGetValue(name, out var text)
            ? null
            : allowed.FirstOrDefault(a => a.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new QueryTextException(name, $"'{text}' is not known", allowed);

    private static EventWindow? Window(Dictionary<string, string> given)
    {
        string[] allowed = [.. StudyRules.Windows.Select(w => w.ToString())];
        return OneOf(given, "window", allowed) is { } text ? EventWindow.Parse(text) : null;
    }
}
