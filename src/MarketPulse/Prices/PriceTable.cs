using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Prices;

/// <summary>Stored bars (IO): partition <c>NVDA_2025</c>, row <c>20250318</c>.</summary>
public sealed class PriceTable(TableStorage storage, ILogger<PriceTable> log)
{
    /// <summary>The bars between two sessions, both inclusive.</summary>
    public async Task<PriceSeries> ReadAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        var bars = ImmutableArray.CreateBuilder<DailyPrice>();
        for (var year = from.Year; year <= to.Year; year++)
        {
            var rows = table.ReadAsync(
                $"{symbol}_{year}",
                Row(from),
                Row(to),
                Read,
                log,
                cancellation
            );
            bars.AddRange(await rows.ToListAsync(cancellation));
        }

        return new PriceSeries(symbol, bars.OrderBy(bar => bar.Session));
    }

    /// <summary>The stored bars of the newest weeks: those of <paramref name="days"/> days up to a date, or, after a longer silence, the newest year that has any.</summary>
    public async Task<PriceSeries> ReadNewestAsync(
        string symbol,
        DateOnly to,
        int days,
        DateOnly since,
        CancellationToken cancellation
    )
    {
        var recent = await ReadAsync(symbol, to.AddDays(-days), to, cancellation);
        for (var year = to.Year; recent.Count == 0 && year >= since.Year; year--)
        {
            recent = await ReadAsync(symbol, new(year, 1, 1), new(year, 12, 31), cancellation);
        }

        return recent;
    }

    /// <summary>Writes bars, each replacing what its session had.</summary>
    public async Task WriteAsync(
        string symbol,
        IEnumerable<DailyPrice> bars,
        string source,
        DateTimeOffset retrievedAt,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        foreach (var year in bars.GroupBy(bar => bar.Session.Year))
        {
            var rows = year.Select(bar => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                Entity($"{symbol}_{year.Key}", bar, source, retrievedAt)
            ));
            await table.WriteAsync(rows, cancellation);
        }
    }

    private static TableEntity Entity(
        string partition,
        DailyPrice bar,
        string source,
        DateTimeOffset retrievedAt
    ) =>
        new(partition, Row(bar.Session))
        {
            ["Open"] = bar.Open,
            ["High"] = bar.High,
            ["Low"] = bar.Low,
            ["Close"] = bar.Close,
            ["Volume"] = bar.Volume,
            ["Dividend"] = bar.Dividend,
            ["SplitRatio"] = bar.SplitRatio,
            ["Source"] = source,
            ["RetrievedAt"] = retrievedAt,
        };

    private static DailyPrice Read(TableEntity entity)
    {
        var column = "RowKey";
        try
        {
            double Number(string name) =>
                entity.GetDouble(column = name) ?? throw new FormatException("it is missing.");
            return new DailyPrice(
                DateOnly.ParseExact(entity.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture),
                Number("Open"),
                Number("High"),
                Number("Low"),
                Number("Close"),
                entity.GetInt64(column = "Volume") ?? throw new FormatException("it is missing."),
                Number("Dividend"),
                Number("SplitRatio")
            );
        }
        catch (Exception error)
            when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new RottenRowException(entity.PartitionKey, entity.RowKey, column, error);
        }
    }

    private static string Row(DateOnly session) =>
        session.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
