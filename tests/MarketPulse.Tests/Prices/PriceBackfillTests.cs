using System.Diagnostics;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Tests.Announcements;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Tests.Prices;

public sealed class PriceBackfillTests(AzuriteTables tables)
    : IClassFixture<AzuriteTables>,
        IDisposable
{
    private static readonly DateOnly First = new(2015, 1, 2);
    private static readonly DateOnly Last = new(2025, 12, 31);
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Run_ElevenYears_GoInAsFullTransactions()
    {
        await using var host = await StartAsync();
        WriteBars();
        var years = new List<int>();
        await host.TableAsync(TableNames.Prices);
        await host.TableAsync(TableNames.Sources);
        var before = host.Get<TransactionCounter>().Count;
        var result = await RunAsync(host, First, years.Add);
        Assert.Equal(2766, result.Added);
        Assert.Equal((2766, 2766), (result.Stored, result.Sessions));
        Assert.Empty(result.Missing);
        Assert.Equal(Enumerable.Range(2015, 11), years);
        // Three a year, and the reading and noting around them.
        Assert.InRange(host.Get<TransactionCounter>().Count - before, 33, 33 + 5);
    }

    [Fact]
    public async Task Run_Again_ReadsAndWritesNothing()
    {
        await using var host = await StartAsync();
        WriteBars();
        await RunAsync(host, new(2024, 1, 1));
        var again = await RunAsync(host, First);
        Assert.Equal(2766 - 502, again.Added);
        Assert.Equal(0, again.Revised);
        Assert.Equal(0, (await RunAsync(host, First)).Added);
    }

    [Fact]
    public async Task Run_BarsOfAnotherSourceThere_AreKept()
    {
        await using var host = await StartAsync();
        await host.Get<PriceTable>()
            .WriteAsync(
                "NVDA",
                [ChartServer.Bar(new(2025, 6, 2), 101)],
                "yahoo",
                Now,
                Cancellation
            );
        WriteBars();
        Assert.Equal(0, (await RunAsync(host, new(2025, 1, 1))).Revised);
    }

    [Fact]
    public async Task Run_HolesAndWildBars_AreNamed()
    {
        await using var host = await StartAsync();
        WriteBars(close: s => s == new DateOnly(2025, 6, 3) ? 1000 : 100, but: new(2025, 6, 5));
        var report = new StageReport();
        var result = await RunAsync(host, new(2025, 1, 1), report: report);
        Assert.Equal(["2025-06-03", "2025-06-05"], result.Missing.Select(gap => gap.ToString()));
        Assert.Contains(
            "return of +900.0 %",
            Assert.Single(report.Problems).Why,
            StringComparison.Ordinal
        );
        var believed = await RunAsync(host, new(2025, 6, 3), to: new(2025, 6, 3), believe: true);
        Assert.Equal(1, believed.Added);
        Assert.Empty(await host.Get<PriceQuarantine>().ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Command_KilledMidway_GoesOnAndEndsWhole()
    {
        WriteBars();
        var killed = Start();
        for (
            var line = "";
            line is not null && !line.Contains("2017", StringComparison.Ordinal);
            line = await killed.StandardError.ReadLineAsync(Cancellation)
        )
        {
            // Until some years are in.
        }

        killed.Kill(entireProcessTree: true);
        await killed.WaitForExitAsync(Cancellation);

        using var again = Start();
        var output = await again.StandardOutput.ReadToEndAsync(Cancellation);
        await again.WaitForExitAsync(Cancellation);
        Assert.True(again.ExitCode == 0, output);
        Assert.Contains("2,766 of 2,766 sessions have one", output, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<StageHost> StartAsync() =>
        tables.StartAsync(
            Items.Watchlist,
            Now,
            services =>
                services.PostConfigure<PriceOptions>(options =>
                {
                    options.Sources = ["yahoo", "csv"];
                    options.Csv.Folder = _folder.Path;
                })
        );

    private static Task<BackfillResult> RunAsync(
        StageHost host,
        DateOnly from,
        Action<int>? progress = null,
        DateOnly? to = null,
        bool believe = false,
        StageReport? report = null
    ) =>
        host.Get<PriceBackfill>()
            .RunAsync(
                "NVDA",
                from,
                to ?? Last,
                CsvFolderSource.SourceName,
                believe,
                (year, _) => progress?.Invoke(year),
                report ?? new StageReport(),
                Cancellation
            );

    private void WriteBars(Func<DateOnly, double>? close = null, DateOnly? but = null)
    {
        var lines = TradingCalendar
            .Sessions(First, Last)
            .Where(s => s != but)
            .Select(s =>
            {
                var price = close?.Invoke(s) ?? 100;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{s:yyyy-MM-dd},{price},{price * 1.02},{price * 0.98},{price},1000"
                );
            });
        File.WriteAllLines(
            Path.Combine(_folder.Path, "NVDA.csv"),
            lines.Prepend("date,open,high,low,close,volume")
        );
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        LocalData data = _folder.In("store");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "MarketPulse.Cli.dll"),
            "backfill",
            "--symbol",
            "NVDA",
            "--from",
            "2015-01-01",
            "--to",
            "2025-12-31",
            "--source",
            "csv",
            "--folder",
            _folder.Path,
            "--data",
            data.Root,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
