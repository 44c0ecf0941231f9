using System.Collections.Immutable;
using MarketPulse.Alerts;
using MarketPulse.Cli.Local;
using MarketPulse.Feeds;
using MarketPulse.Prices;
using MarketPulse.Storage;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Cli.Replay;

/// <summary>The real pipeline on a simulated clock, through the functions' real schedules, against a bundled history (IO).</summary>
internal sealed class ReplayRun
{
    private readonly ReplayOptions _options;
    private readonly LocalData _data;
    private readonly ReplayHistory _history;
    private readonly ReplayMarker _marker;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private long _transactions;
    private long _priceTransactions;

    /// <exception cref="SettingException">The folder holds something else, or the dates can't be replayed.</exception>
    public ReplayRun(ReplayOptions options, LocalData data)
    {
        (_options, _data) = (options, data);
        _history = ReplayHistory.Read(options.History);
        if (options.From > options.To)
        {
            throw new SettingException(
                $"--from {options.From:yyyy-MM-dd} is after --to {options.To:yyyy-MM-dd}. Swap them."
            );
        }

        var last = _history.Prices.Values.Min(bars => bars[^1].Session);
        if (options.From < _history.Prices.Values.Max(bars => bars[0].Session) || options.To > last)
        {
            throw new SettingException(
                $"Can't replay {options.From:yyyy-MM-dd} to {options.To:yyyy-MM-dd}: the history has bars of every symbol from {_history.Prices.Values.Max(bars => bars[0].Session):yyyy-MM-dd} to {last:yyyy-MM-dd}. Choose --from and --to in it."
            );
        }

        _marker = new(
            options.From,
            options.To,
            _history.Fingerprint,
            options.EveryTick,
            Finished: false
        );
        (_start, _end) = (
            TradingCalendar.Midnight(options.From),
            TradingCalendar.Midnight(options.To.AddDays(1))
        );
    }

    /// <summary>Whether an earlier replay of the same span was cut off and goes on.</summary>
    public bool Resumes { get; private set; }

    /// <summary>The earlier replay of another span that this one takes the place of, or null.</summary>
    public ReplayMarker? Replaces { get; private set; }

    /// <param name="progress">Told the simulated instant and the fraction done.</param>
    public async Task<ReplaySummary> RunAsync(
        Action<DateTimeOffset, double> progress,
        CancellationToken cancellation
    )
    {
        var started = TimeProvider.System.GetTimestamp();
        PrepareFolder();
        var clock = new SimulatedClock(_start);
        await using var host = await StartAsync(_data, _history, clock, cancellation);
        var skipped = await StepAsync(host, clock, progress, cancellation);
        await new Mailbox(_data.Mail).WriteIndexAsync(cancellation);
        var rows = await host.Get<TableExport>().WriteAsync(_data.Export, cancellation);
        var summary = await ReplaySummary.ReadAsync(
            host,
            _options,
            _data,
            rows,
            skipped,
            cancellation
        );
        (_marker with { Finished = true }).Write(_data.Root);
        return summary with
        {
            Transactions = _transactions,
            PriceTransactions = _priceTransactions,
            WallTime = TimeProvider.System.GetElapsedTime(started),
        };
    }

    /// <summary>The library's services, with the history in place of the network and a clock of our own.</summary>
    internal static Task<CliHost> StartAsync(
        LocalData data,
        ReplayHistory history,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        CliHost.StartAsync(
            data,
            ownTables: true,
            cancellation,
            // What is replayed must not depend on this machine's settings.
            new Dictionary<string, string?>
            {
                ["Email:Sender"] = "pickup",
                ["Email:PickupFolder"] = data.Mail,
                ["Email:From"] = "MarketPulse <marketpulse@localhost>",
                ["Email:To"] = "You <you@localhost>",
                ["Watchlist:File"] = "",
                ["Watchlist:Symbols"] = "",
                ["Prices:Sources"] = YahooPriceClient.SourceName,
                ["Prices:LargestReturn"] = "0.4",
                ["Alerts:Language"] = "en",
                ["Alerts:TimeZone"] = "America/New_York",
                ["Alerts:QuietHours"] = "",
                ["Alerts:MostPerMinute"] = null,
                ["Alerts:MostPerHour"] = null,
                ["Alerts:Dashboard"] = "",
                // A replay that goes on takes up what it had begun; and ticks that it skips are no trouble.
                ["Alerts:Runner"] = "replay",
                ["Alerts:WatchRuns"] = "false",
            },
            services =>
            {
                services.AddSingleton(clock);
                services.AddSingleton<TableExport>();
                services.AddSingleton<ReplayPosition>();
                foreach (
                    var client in (string[])
                        [nameof(FeedClient), nameof(YahooPriceClient), nameof(TiingoPriceClient)]
                )
                {
                    services
                        .AddHttpClient(client)
                        .ConfigurePrimaryHttpMessageHandler(s => new HistoryServer(
                            history,
                            s.GetRequiredService<Watchlist>(),
                            clock
                        ));
                }
            }
        );

    private async Task<int> StepAsync(
        CliHost host,
        SimulatedClock clock,
        Action<DateTimeOffset, double> progress,
        CancellationToken cancellation
    )
    {
        var position = host.Get<ReplayPosition>();
        var begun = await position.ReadAsync(cancellation);
        var news = new NewsFlag(_history.FeedChanges, _history.BarChanges);
        var pipeline = host.Get<Pipeline>();
        var counter = host.Get<TransactionCounter>();
        var (skipped, isReached) = (0, begun is null);
        foreach (var run in new Timetable(host.Configuration).Runs(_start, _end))
        {
            isReached = isReached || run == begun;
            if (!isReached)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            clock.Set(run.At);
            if (!_options.EveryTick && !news.IsDue(run))
            {
                skipped++;
                continue;
            }

            // Before it begins: what it had half done when it was cut off must not be seen by a run of an earlier instant.
            await position.WriteAsync(run, cancellation);
            var before = counter.Count;
            var report = await pipeline.RunAsync(run.Function, cancellation);
            _transactions += counter.Count - before;
            news.Ran(run, report);
            if (run.Function == FunctionNames.IngestPrices)
            {
                _priceTransactions += report.Transactions;
            }

            progress(run.At, (run.At - _start) / (_end - _start));
        }

        // What was skipped had nothing to do: every function is up to date at the end.
        foreach (var function in FunctionNames.All)
        {
            await host.Get<RunTable>()
                .WriteAsync(function, _end, "end of the replay", cancellation);
        }

        progress(_end, 1);
        return skipped;
    }

    /// <summary>Goes on where the same replay was cut off; else begins with an empty folder.</summary>
    private void PrepareFolder()
    {
        var former = ReplayMarker.Read(_data.Root);
        if (former == _marker)
        {
            Resumes = true;
            return;
        }

        if (
            former is null
            && Directory.Exists(_data.Root)
            && Directory.EnumerateFileSystemEntries(_data.Root).Any()
        )
        {
            throw new SettingException(
                $"{_data.Root} holds something else than a replay, which would be overwritten. Choose an empty or new folder with --data."
            );
        }

        Replaces =
            former is not null && former with { Finished = false } != _marker ? former : null;
        foreach (var folder in (string[])[_data.Tables, _data.Mail, _data.Export])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        _marker.Write(_data.Root);
    }
}
