using System.Globalization;
using MarketPulse.Announcements.Articles;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Cli.Read;

/// <summary>What to read, and against which prices.</summary>
internal sealed record ReadRequest(
    string Source,
    string? Data,
    string? Prices,
    string? Published,
    string? Symbol
)
{
    /// <summary>What is watched, or of it the one symbol that was asked for.</summary>
    /// <exception cref="SettingException">The symbol isn't watched.</exception>
    public Watchlist Watchlist(IConfiguration configuration)
    {
        var list = WatchlistFile.Read(
            configuration["Watchlist:File"] is { Length: > 0 } file ? file : WatchlistFile.Default
        );
        if (Symbol is null)
        {
            return list;
        }

        return list.Find(Symbol.ToUpperInvariant()) is { } watched
            ? list with
            {
                Symbols = [watched],
            }
            : throw new SettingException(
                $"--symbol {Symbol} is not watched. Watched: {string.Join(", ", list.Symbols.Select(s => s.Symbol))}; Watchlist:File names another list."
            );
    }

    /// <summary>The bytes with the date that was given.</summary>
    /// <exception cref="SettingException">It is no date.</exception>
    public ArticleBytes Dated(ArticleBytes bytes)
    {
        if (Published is null)
        {
            return bytes;
        }

        if (
            DateOnly.TryParseExact(
                Published,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return bytes with { PublishedOn = date };
        }

        return DateTimeOffset.TryParse(
            Published,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? bytes with
            {
                PublishedAt = instant.ToUniversalTime(),
                PublishedOn = DateOnly.FromDateTime(instant.DateTime),
            }
            : throw new SettingException(
                $"--published '{Published}' is neither a date nor an instant. Write it like 2025-03-21 or 2025-03-21T12:29Z."
            );
    }

    /// <summary>The bars to check against, by symbol (IO).</summary>
    /// <exception cref="SettingException">There are none where they were said to be.</exception>
    public async Task<IReadOnlyDictionary<string, PriceSeries>> PricesAsync(
        Watchlist watchlist,
        ICollection<string> notes,
        CancellationToken cancellation
    )
    {
        if (Data is not null && Prices is not null)
        {
            throw new SettingException(
                "--data and --prices both say where prices are: give one of them."
            );
        }

        if (Data is null)
        {
            return PriceFolder.Read(Prices ?? Path.Combine(ReplayHistory.Bundled, "prices"), notes);
        }

        await using var host = await LocalStore.OpenAsync(Data, cancellation);
        var today = TradingCalendar.DateOf(host.Get<TimeProvider>().GetUtcNow());
        var series = new Dictionary<string, PriceSeries>();
        foreach (var symbol in watchlist.PricedSymbols)
        {
            series[symbol] = await host.Get<PriceTable>()
                .ReadAsync(symbol, watchlist.Since, today, cancellation);
        }

        return series;
    }
}
