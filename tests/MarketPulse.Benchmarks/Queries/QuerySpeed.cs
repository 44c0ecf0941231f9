using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using MarketPulse.Announcements;
using MarketPulse.Cli.Local;
using MarketPulse.Correlation;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using MarketPulse.Storage;

namespace MarketPulse.Benchmarks.Queries;

/// <summary>A month of 100,000 stored results asked for, against the SDK's bare range query of the same rows, in turn, in one run.</summary>
internal static class QuerySpeed
{
    private const int PerDay = 48;

    // Azurite looks for a row among all those of its partition: one partition of 100,000 would take it far longer to fill.
    private static readonly string[] Symbols =
    [
        "NVDA",
        .. Enumerable.Range(1, 9).Select(i => $"S{i}"),
    ];

    private static readonly DateOnly First = new(2022, 1, 1);

    /// <param name="results">How many are stored.</param>
    public static async Task<int> RunAsync(int rounds, int results)
    {
        var folder = Directory.CreateTempSubdirectory("marketpulse-queries-").FullName;
        try
        {
            await MeasureAsync(folder, rounds, results);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string folder, int rounds, int results)
    {
        await using var azurite = await MemoryAzurite.StartAsync();
        await using var host = await CliHost.StartAsync(
            LocalData.At(folder),
            ownTables: false,
            CancellationToken.None,
            new Dictionary<string, string?>
            {
                ["Storage:ConnectionString"] = azurite.ConnectionString,
            }
        );
        var started = Stopwatch.GetTimestamp();
        foreach (var symbol in Symbols)
        {
            await host.Get<CorrelationTable>()
                .WriteAsync(
                    [
                        .. Enumerable
                            .Range(0, results / Symbols.Length)
                            .Select(i => Result(i) with { Symbol = symbol }),
                    ],
                    [],
                    default
                );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{results} results stored in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"
            )
        );
        var table = await host.Get<TableStorage>()
            .TableAsync(TableNames.Correlations, CancellationToken.None);
        var (from, to) = (First.AddDays(5), First.AddDays(35));
        var (ours, theirs, counts) = (
            new List<double>(),
            new List<double>(),
            new HashSet<string>()
        );
        var counter = host.Get<TransactionCounter>();
        // The first rounds let everybody settle: the runtime, the connections, Azurite.
        for (var round = -2; round < rounds; round++)
        {
            var times = new double[2];
            var rows = new int[2];
            var requests = new long[2];
            foreach (var way in round % 2 == 0 ? (int[])[0, 1] : [1, 0])
            {
                var before = counter.Count;
                var begun = Stopwatch.GetTimestamp();
                rows[way] =
                    way == 0
                        ? await AskAsync(host.Get<CorrelationsQuestion>(), from, to)
                        : await BareAsync(table, from, to);
                times[way] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                requests[way] = counter.Count - before;
            }

            if (round >= 0)
            {
                ours.Add(times[0]);
                theirs.Add(times[1]);
            }

            counts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows[0]} rows in {requests[0]} requests, bare {rows[1]} in {requests[1]}"
                )
            );
        }

        var (asked, bare) = (Median(ours), Median(theirs));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join("; ", counts)}; {rounds} rounds in turn, medians: question {asked:0.0} ms, bare range query {bare:0.0} ms, ratio {asked / bare:0.00} (at most 1.3 is asked for)"
            )
        );
    }

    private static async Task<int> AskAsync(
        CorrelationsQuestion question,
        DateOnly from,
        DateOnly to
    )
    {
        var (count, after) = (0, (string?)null);
        do
        {
            var page = await question.AskAsync(
                [
                    new(QueryParameters.From.Name, Text(from)),
                    new(QueryParameters.To.Name, Text(to)),
                    new(QueryParameters.Limit.Name, "1000"),
                    new(QueryParameters.After.Name, after),
                ],
                CancellationToken.None
            );
            count += page.Rows.Count;
            after = page.Next;
        } while (after is not null);

        return count;
    }

    /// <summary>What anybody would write: a filter on the keys, and every row looked at.</summary>
    private static async Task<int> BareAsync(TableClient table, DateOnly from, DateOnly to)
    {
        var (first, last) = (Key(to), Key(from) + "~");
        var count = 0;
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {"NVDA"} and RowKey ge {first} and RowKey le {last}"
                ),
                maxPerPage: 1000
            )
        )
        {
            count += row.ContainsKey("Verdict") ? 1 : 0;
        }

        return count;
    }

    private static string Key(DateOnly day) =>
        (99999999 - ((day.Year * 10000) + (day.Month * 100) + day.Day)).ToString(
            "D8",
            CultureInfo.InvariantCulture
        );

    private static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CorrelationResult Result(int i)
    {
        var day = First.AddDays(i / PerDay);
        return new(
            "NVDA",
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}T140000-{i:x8}"),
            (AnnouncementKind)(i % 5),
            "GTC Keynote: the chief executive opens the conference in San José",
            new DateTimeOffset(day, new TimeOnly(14, 0), TimeSpan.Zero),
            day,
            "published during the session: the same day",
            i % 2 == 0 ? "SPY" : "SMH",
            "market model",
            0,
            0,
            day.AddDays(-380),
            day.AddDays(-16),
            250,
            115.43 + (i % 100),
            -0.0343,
            -0.0108,
            -0.0307,
            -0.00363,
            -0.00363,
            0.0267,
            -0.135,
            248,
            0.892,
            0.0005,
            2.858,
            0.0266,
            Verdict.NotDistinguishableFromNoise,
            "p = 0.892 is not below 0.05: ordinary days differ as much",
            [new("20250318T170000-13da9d7f", AnnouncementKind.Product, "Another one", day)],
            "none",
            [],
            ["SPY holds the stock, which hides a part of its own move"],
            new DateTimeOffset(day.AddDays(1), default, TimeSpan.Zero)
        );
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
