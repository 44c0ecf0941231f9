using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Prices;

/// <summary>Stored bars (IO): partition <c>NVDA_2025</c>, row <c>20250318</c>, one entity a session with its revisions inside.</summary>
public sealed class PriceTable(TableStorage storage, ILogger<PriceTable> log)
{
    /// <summary>The bars between two sessions, both inclusive, as a series.</summary>
    public async Task<PriceSeries> ReadAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    ) =>
        new(
            symbol,
            (await ReadStoredAsync(symbol, from, to, cancellation)).Select(stored => stored.Bar)
        );

    /// <summary>The bars between two sessions, both inclusive, in order, with where they came from and what they were before.</summary>
    public async Task<ImmutableArray<StoredBar>> ReadStoredAsync(
        string symbol,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        var (firstYear, lastYear) = (Partition(symbol, from), Partition(symbol, to));
        var (firstRow, lastRow) = (Row(from), Row(to));
        // One query whatever the years: rows are named after the whole date, so years don't get mixed up.
        var bars = await table
            .ReadAsync(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {firstYear} and PartitionKey le {lastYear} and RowKey ge {firstRow} and RowKey le {lastRow}"
                ),
                Read,
                log,
                cancellation
            )
            .ToListAsync(cancellation);
        return [.. bars.OrderBy(bar => bar.Session)];
    }

    /// <summary>The stored bars of the newest weeks: those of <paramref name="days"/> days up to a date, or, after a longer silence, all since <paramref name="since"/>.</summary>
    public async Task<PriceSeries> ReadNewestAsync(
        string symbol,
        DateOnly to,
        int days,
        DateOnly since,
        CancellationToken cancellation
    )
    {
        var recent = await ReadAsync(symbol, to.AddDays(-days), to, cancellation);
        return recent.Count > 0 || to.AddDays(-days) <= since
            ? recent
            : await ReadAsync(symbol, since, to, cancellation);
    }

    /// <summary>Writes bars of a source, each replacing whatever its session had.</summary>
    public Task WriteAsync(
        string symbol,
        IEnumerable<DailyPrice> bars,
        string source,
        DateTimeOffset retrievedAt,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            symbol,
            bars.Select(bar => StoredBar.New(bar, source, retrievedAt)),
            cancellation
        );

    /// <summary>Writes bars in as few transactions as there can be: full ones, as long as a year lasts.</summary>
    public async Task WriteAsync(
        string symbol,
        IEnumerable<StoredBar> bars,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Prices, cancellation);
        foreach (var year in bars.GroupBy(bar => bar.Session.Year))
        {
            var rows = year.Select(bar => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                Entity(Partition(symbol, bar.Session), bar)
            ));
            await table.WriteAsync(rows, cancellation);
        }
    }

    private static TableEntity Entity(string partition, StoredBar stored)
    {
        var bar = stored.Bar;
        var entity = new TableEntity(partition, Row(bar.Session))
        {
            ["Open"] = bar.Open,
            ["High"] = bar.High,
            ["Low"] = bar.Low,
            ["Close"] = bar.Close,
            ["Volume"] = bar.Volume,
            ["Dividend"] = bar.Dividend,
            ["SplitRatio"] = bar.SplitRatio,
            ["Source"] = stored.Source,
            ["RetrievedAt"] = stored.RetrievedAt.ToUniversalTime(),
        };
        if (stored.AdjustedClose is { } adjusted)
        {
            entity["AdjustedClose"] = adjusted;
        }

        if (!stored.Revisions.IsEmpty)
        {
            entity["Revisions"] = RevisionText.Write(stored.Revisions);
        }

        return entity;
    }

    private static StoredBar Read(TableEntity entity)
    {
        var column = "RowKey";
        try
        {
            double Number(string name) =>
                entity.GetDouble(column = name) ?? throw new FormatException("it is missing.");
            var bar = new DailyPrice(
                DateOnly.ParseExact(entity.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture),
                Number("Open"),
                Number("High"),
                Number("Low"),
                Number("Close"),
                entity.GetInt64(column = "Volume") ?? throw new FormatException("it is missing."),
                Number("Dividend"),
                Number("SplitRatio")
            );
            return new(
                bar,
                entity.GetString(column = "Source") ?? "",
                entity.GetDateTimeOffset(column = "RetrievedAt") ?? DateTimeOffset.UnixEpoch,
                entity.GetDouble(column = "AdjustedClose"),
                RevisionText.Read(bar.Session, entity.GetString(column = "Revisions"))
            );
        }
        catch (Exception error)
            when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new RottenRowException(entity.PartitionKey, entity.RowKey, column, error);
        }
    }

    private static string Partition(string symbol, DateOnly session) =>
        string.Create(CultureInfo.InvariantCulture, $"{symbol}_{session.Year:D4}");

    private static string Row(DateOnly session) =>
        session.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
