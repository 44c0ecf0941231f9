using System.Globalization;
using Azure;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Prices;

/// <summary>Bars that aren't believed (IO): the price table's partition <c>quarantine</c>, row <c>NVDA_20250318</c>, one a session.</summary>
public sealed class PriceQuarantine(TableStorage storage, ILogger<PriceQuarantine> log)
{
    private const string Partition = "quarantine";

    /// <summary>All that is held back, by symbol and session.</summary>
    public async Task<IReadOnlyList<QuarantinedBar>> ReadAsync(CancellationToken cancellation) =>
        await ReadAsync(" ", "~", cancellation);

    /// <summary>Makes what is held back of a symbol what a source's answer says: new ones in, those put right or withdrawn out.</summary>
    /// <param name="from">The first session that the answer speaks of, inclusive.</param>
    /// <param name="to">The last one, inclusive.</param>
    /// <param name="refused">What isn't believed of them.</param>
    /// <returns>What is new, what was let go, and how many are held back now.</returns>
    public async Task<(
        IReadOnlyList<QuarantinedBar> New,
        IReadOnlyList<QuarantinedBar> Released,
        int Held
    )> SettleAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        IEnumerable<RefusedBar> refused,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var held = (await ReadAsync($"{symbol}_", $"{symbol}_~", cancellation))
            .Where(bar => bar.Symbol == symbol)
            .ToList();
        var claimed = refused.Select(r => QuarantinedBar.Of(symbol, r, now)).ToList();
        // The same figures again are no news.
        var fresh = claimed
            .Where(c => !held.Any(h => h with { RefusedAt = now, Reason = c.Reason } == c))
            .ToList();
        var released = held.Where(h =>
                h.Session >= from && h.Session <= to && claimed.All(c => c.Session != h.Session)
            )
            .ToList();
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        await table.WriteAsync(
            [
                .. fresh.Select(bar => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    EntityCodec.ToEntity(Partition, Row(bar), bar)
                )),
                .. released.Select(bar => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(Partition, Row(bar)) { ETag = ETag.All }
                )),
            ],
            cancellation
        );
        return (
            fresh,
            released,
            held.Select(h => h.Session).Union(claimed.Select(c => c.Session)).Count()
                - released.Count
        );
    }

    private async Task<IReadOnlyList<QuarantinedBar>> ReadAsync(
        string first,
        string last,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        return await table
            .ReadAsync(
                Partition,
                first,
                last,
                EntityCodec.FromEntity<QuarantinedBar>,
                log,
                cancellation
            )
            .ToListAsync(cancellation);
    }

    private static string Row(QuarantinedBar bar) =>
        string.Create(CultureInfo.InvariantCulture, $"{bar.Symbol}_{bar.Session:yyyyMMdd}");
}
