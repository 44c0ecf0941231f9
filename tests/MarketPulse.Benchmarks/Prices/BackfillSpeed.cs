using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using MarketPulse.Cli.Local;
using MarketPulse.Prices;
using MarketPulse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Benchmarks.Prices;

/// <summary>Eleven years of bars backfilled into Azurite against plain batches of the same rows, in turn, in one run.</summary>
internal static class BackfillSpeed
{
    private static readonly DateOnly First = new(2015, 1, 1);
    private static readonly DateOnly Last = new(2025, 12, 31);

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("marketpulse-backfill-").FullName;
        try
        {
            await MeasureAsync(folder, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string folder, int rounds)
    {
        await using var host = await CliHost.StartAsync(
            LocalData.At(Path.Combine(folder, "data")),
            ownTables: true,
            CancellationToken.None,
            register: services =>
                services.PostConfigure<PriceOptions>(options =>
                {
                    options.Sources = [CsvFolderSource.SourceName];
                    options.Csv.Folder = folder;
                })
        );
        var table = await host.Get<TableStorage>()
            .TableAsync(TableNames.Prices, CancellationToken.None);
        var (backfills, plains) = (new List<double>(), new List<double>());
        // The first round lets everybody settle: the runtime, the connections, Azurite.
        for (var round = 0; round <= rounds; round++)
        {
            var file = Path.Combine(folder, $"B{round}.csv");
            await File.WriteAllLinesAsync(file, Lines());
            var symbol = $"B{round}";
            var bars = BarFile.Read(file);
            Func<Task>[] ways =
            [
                () =>
                    host.Get<PriceBackfill>()
                        .RunAsync(
                            symbol,
                            First,
                            Last,
                            source: null,
                            believe: false,
                            (_, _) => { },
                            new StageReport(),
                            CancellationToken.None
                        ),
                () => PlainAsync(table, $"P{symbol}", bars),
            ];
            // Who comes first meets the smaller table, so they take turns in that too.
            var times = new double[2];
            foreach (var way in round % 2 == 0 ? (int[])[0, 1] : [1, 0])
            {
                times[way] = await TimeAsync(ways[way]);
            }

            if (round > 0)
            {
                backfills.Add(times[0]);
                plains.Add(times[1]);
            }
        }

        var (ours, theirs) = (Median(backfills), Median(plains));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Lines().Count() - 1} bars, {rounds} rounds in turn, medians: backfill {ours:0} ms, plain batches {theirs:0} ms, ratio {ours / theirs:0.00} (at most 1.5 is asked for)"
            )
        );
    }

    /// <summary>What anybody would write: a year a partition, a hundred rows a transaction.</summary>
    private static async Task PlainAsync(
        TableClient table,
        string symbol,
        IEnumerable<QuotedBar> bars
    )
    {
        foreach (var year in bars.GroupBy(b => b.Session.Year))
        {
            foreach (var chunk in year.Chunk(100))
            {
                await table.SubmitTransactionAsync(
                    chunk.Select(bar => new TableTransactionAction(
                        TableTransactionActionType.UpsertReplace,
                        Row($"{symbol}_{year.Key}", bar)
                    ))
                );
            }
        }
    }

    private static TableEntity Row(string partition, QuotedBar bar) =>
        new(partition, bar.Session.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
        {
            ["Open"] = bar.Open,
            ["High"] = bar.High,
            ["Low"] = bar.Low,
            ["Close"] = bar.Close,
            ["Volume"] = (long)bar.Volume,
            ["Dividend"] = bar.Dividend,
            ["SplitRatio"] = bar.SplitRatio,
            ["Source"] = "csv",
            ["RetrievedAt"] = DateTimeOffset.UnixEpoch,
        };

    private static IEnumerable<string> Lines()
    {
        var close = 100.0;
        var random = new Random(20250318);
        yield return "date,open,high,low,close,volume";
        foreach (var session in TradingCalendar.Sessions(First, Last))
        {
            close = Math.Round(close * (1 + ((random.NextDouble() - 0.5) * 0.04)), 2);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{session:yyyy-MM-dd},{close},{close * 1.02:0.00},{close * 0.98:0.00},{close},{random.Next(1_000_000, 9_000_000)}"
            );
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
