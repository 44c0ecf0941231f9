using System.Globalization;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>
/// A question's parameters as people write them (an address's query, a command line's options), read strictly. One left out
/// or blank means any; case doesn't count, and hyphens may stand for spaces in names.
/// </summary>
public sealed class QueryValues
{
    private const int LongestValue = 512;

    private static readonly string[] InstantShapes =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private readonly SortedDictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly Watchlist _watchlist;

    /// <exception cref="QueryTextException">One is unknown, given twice, or longer than any that can be meant.</exception>
    public QueryValues(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        IReadOnlyList<QueryParameter> known,
        Watchlist watchlist
    )
    {
        _watchlist = watchlist;
        foreach (var (name, value) in parameters)
        {
            var parameter =
                known.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown(name, known);
            if (value?.Length > LongestValue)
            {
                throw new QueryTextException(
                    parameter.Name,
                    $"it has {value.Length} characters",
                    [$"at most {LongestValue} characters"]
                );
            }

            if (!string.IsNullOrWhiteSpace(value) && !_given.TryAdd(parameter.Name, value.Trim()))
            {
                throw new QueryTextException(parameter.Name, "it is given twice", ["one value"]);
            }
        }
    }

    /// <summary>Everything given that shapes the answer, in one line: what a continuation token belongs to.</summary>
    internal string Fingerprint =>
        string.Join(
            '&',
            _given
                .Where(g =>
                    g.Key != QueryParameters.After.Name && g.Key != QueryParameters.Limit.Name
                )
                .Select(g => $"{g.Key}={g.Value.ToLowerInvariant()}")
        );

    public bool Has(QueryParameter parameter) => _given.ContainsKey(parameter.Name);

    /// <summary>The value as it was given, or null.</summary>
    public string? Text(QueryParameter parameter) => _given.GetValueOrDefault(parameter.Name);

    /// <summary>The watched symbol that is meant.</summary>
    /// <exception cref="QueryTextException">It isn't watched, or several are and none is named.</exception>
    public WatchedSymbol Symbol()
    {
        var watched = QueryParameters.Symbol.Allowed!(_watchlist);
        return Text(QueryParameters.Symbol) is not { } text
            ? watched.Count == 1
                ? _watchlist.Symbols[0]
                : throw new QueryTextException(
                    QueryParameters.Symbol.Name,
                    "it is needed, as several are watched",
                    watched
                )
            : _watchlist.Find(text.ToUpperInvariant())
                ?? throw new QueryTextException(
                    QueryParameters.Symbol.Name,
                    $"'{Shown(text)}' is not watched",
                    watched
                );
    }

    /// <summary>The dates asked for, null where none is given.</summary>
    /// <exception cref="QueryTextException">One is no date, is outside the trading calendar, or they are in the wrong order.</exception>
    public (DateOnly? From, DateOnly? To) Dates()
    {
        var (from, to) = (Date(QueryParameters.From), Date(QueryParameters.To));
        return from > to
            ? throw new QueryTextException(
                QueryParameters.To.Name,
                $"{to:yyyy-MM-dd} is before from {from:yyyy-MM-dd}",
                [$"{from:yyyy-MM-dd} or later"]
            )
            : (from, to);
    }

    /// <summary>The same with the trading calendar's ends where none is given.</summary>
    public (DateOnly From, DateOnly To) Span() =>
        Dates() switch
        {
            var (from, to) => (from ?? TradingCalendar.First, to ?? TradingCalendar.Last),
        };

    /// <summary>An enum's value by the name that JSON gives it.</summary>
    public TEnum? Named<TEnum>(QueryParameter parameter)
        where TEnum : struct, Enum =>
        Text(parameter) is not { } text
            ? null
            : EnumNames<TEnum>.Find(text)
                ?? throw new QueryTextException(
                    parameter.Name,
                    $"'{Shown(text)}' is not known",
                    EnumNames<TEnum>.All
                );

    /// <summary>One of some values.</summary>
    public string? OneOf(QueryParameter parameter, IReadOnlyList<string> allowed) =>
        Text(parameter) is not { } text
            ? null
            : allowed.FirstOrDefault(a => a.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new QueryTextException(
                    parameter.Name,
                    $"'{Shown(text)}' is not known",
                    allowed
                );

    /// <summary>The benchmark asked for, one of the symbol's; null where none is.</summary>
    public string? Benchmark(WatchedSymbol symbol) =>
        OneOf(QueryParameters.Benchmark, [.. symbol.Benchmarks.Select(b => b.Symbol)]);

    /// <summary>The instant of <see cref="QueryParameters.AsOf"/> (UTC), the last of its day where only a date is given; null where none is.</summary>
    public DateTimeOffset? AsOf() =>
        Text(QueryParameters.AsOf) is not { } text ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
        && date >= TradingCalendar.First
        && date <= TradingCalendar.Last
            ? TradingCalendar.Midnight(date.AddDays(1)).AddTicks(-1)
        : DateTimeOffset.TryParseExact(
            text,
            InstantShapes,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
        : throw new QueryTextException(
            QueryParameters.AsOf.Name,
            $"'{Shown(text)}' is neither a date nor an instant",
            ["a date such as 2025-03-18", "an instant such as 2025-03-18T21:00Z"]
        );

    /// <summary>A number of at least 0.</summary>
    public double? Number(QueryParameter parameter) =>
        Text(parameter) is not { } text ? null
        : double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
        : throw new QueryTextException(
            parameter.Name,
            $"'{Shown(text)}' is not a number of at least 0",
            ["a number such as 2 or 1.96"]
        );

    /// <summary>How many rows a page may have.</summary>
    public int Limit() =>
        Text(QueryParameters.Limit) is not { } text ? QueryParameters.DefaultRows
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit is >= 1 and <= QueryParameters.MostRows
            ? limit
        : throw new QueryTextException(
            QueryParameters.Limit.Name,
            $"'{Shown(text)}' is not a number of rows a page may have",
            [$"1 to {QueryParameters.MostRows}"]
        );

    private static QueryTextException Unknown(string name, IReadOnlyList<QueryParameter> known) =>
        name.Equals(QueryParameters.AsOf.Name, StringComparison.OrdinalIgnoreCase)
            ? new(
                QueryParameters.AsOf.Name,
                "what is asked is known only as it is now; its former states aren't kept",
                [.. known.Select(p => p.Name)]
            )
            : new(Shown(name), "there is no such parameter", [.. known.Select(p => p.Name)]);

    private DateOnly? Date(QueryParameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }

        if (
            !DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            throw new QueryTextException(
                parameter.Name,
                $"'{Shown(text)}' is not a date",
                ["a date such as 2025-03-18"]
            );
        }

        return date < TradingCalendar.First || date > TradingCalendar.Last
            ? throw new QueryTextException(
                parameter.Name,
                $"{date:yyyy-MM-dd} is outside the trading calendar",
                [$"{TradingCalendar.First:yyyy-MM-dd} to {TradingCalendar.Last:yyyy-MM-dd}"]
            )
            : date;
    }

    /// <summary>A wrong value as a message may repeat it: short, on one line.</summary>
    internal static string Shown(string value)
    {
        var line = string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
