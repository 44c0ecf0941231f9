using System.Globalization;
using MarketPulse.Announcements.Claims;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries;

/// <summary>A question about promises as people write it → <see cref="ClaimQuery"/>. Pure.</summary>
public static class ClaimQueryText
{
    private static readonly string[] Dates = ["a date such as 2026-01-01"];

    /// <param name="symbol">A watched one; may be null when there is only one.</param>
    /// <param name="status">By its name in JSON; null or blank means any.</param>
    /// <param name="asOf">An ISO date; null or blank means <paramref name="today"/>.</param>
    /// <param name="today">UTC.</param>
    /// <exception cref="QueryTextException">One has a value that can't be meant.</exception>
    public static ClaimQuery Parse(
        string? symbol,
        string? status,
        string? asOf,
        DateOnly today,
        Watchlist watchlist
    )
    {
        var watched = watchlist.Symbols.Select(s => s.Symbol).ToList();
        var name = string.IsNullOrWhiteSpace(symbol)
            ? watched.Count == 1
                ? watched[0]
                : throw new QueryTextException(
                    "symbol",
                    "it is needed, as several are watched",
                    watched
                )
            : watchlist.Find(symbol.Trim().ToUpperInvariant())?.Symbol
                ?? throw new QueryTextException("symbol", $"'{symbol}' is not watched", watched);
        PromiseStatus? wanted = string.IsNullOrWhiteSpace(status)
            ? null
            : EnumNames<PromiseStatus>.Find(status.Trim())
                ?? throw new QueryTextException(
                    "status",
                    $"'{status}' is not known",
                    EnumNames<PromiseStatus>.All
                );
        return new(name, Date(asOf) ?? today, wanted);
    }

    private static DateOnly? Date(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(
            text.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
        : throw new QueryTextException("as-of", $"'{text}' is not a date", Dates);
}
