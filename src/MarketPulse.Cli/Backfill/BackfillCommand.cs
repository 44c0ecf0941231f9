using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;
using MarketPulse.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace MarketPulse.Cli.Backfill;

/// <summary><c>marketpulse backfill</c>: a span of a symbol's history into the tables.</summary>
internal static class BackfillCommand
{
    public static Command Create()
    {
        var symbol = new Option<string>("--symbol")
        {
            Description = "The symbol, such as NVDA or ^GSPC",
            Required = true,
        };
        var from = DateOption.Of("--from", "First date, inclusive");
        from.Required = true;
        var to = DateOption.Of("--to", "Last date, inclusive; default: the last completed session");
        var source = new Option<string?>("--source")
        {
            Description = "Ask this price source only; default: the configured ones in their order",
            HelpName = string.Join("|", PriceOptions.Known),
        };
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder with SYMBOL.csv, for --source csv",
        };
        var basis = new Option<string?>("--basis")
        {
            Description = "What that folder's prices are; default: as traded",
            HelpName = "traded|split-adjusted",
        };
        var believe = new Option<bool>("--believe")
        {
            Description = "Take returns over the bound as they come, instead of holding them back",
        };
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var command = new Command(
            "backfill",
            "Bring a span of a symbol's daily bars into the tables; cut off, the same command goes on."
        )
        {
            symbol,
            from,
            to,
            source,
            folder,
            basis,
            believe,
            data,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(
                        new BackfillRequest(
                            parsed.GetValue(symbol)!.Trim().ToUpperInvariant(),
                            parsed.GetValue(from)!.Value,
                            parsed.GetValue(to),
                            parsed.GetValue(source),
                            parsed.GetValue(folder),
                            parsed.GetValue(basis),
                            parsed.GetValue(believe)
                        ),
                        parsed.GetValue(data),
                        cancellation
                    )
                )
        );
        Examples.Of(
            command,
            ("backfill --symbol NVDA --from 2015-01-01", "from the configured sources"),
            (
                "backfill --symbol NVDA --from 2015-01-01 --source csv --folder bars",
                "offline, from bars/NVDA.csv"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        BackfillRequest request,
        string? folder,
        CancellationToken cancellation
    )
    {
        Check(request);
        var data = LocalData.At(folder ?? LocalData.Default);
        if (ReplayMarker.Read(data.Root) is not null)
        {
            throw new SettingException(
                $"{Terminal.Shorten(data.Root)} holds a replay. Live prices would mix with it: name another folder with --data."
            );
        }

        await using var host = await CliHost.StartAsync(
            data,
            ownTables: folder is not null,
            cancellation,
            register: services =>
                services.PostConfigure<PriceOptions>(options => Configure(options, request))
        );
        var report = new StageReport();
        try
        {
            var result = await BackfillProgress.ShowAsync(
                request,
                progress =>
                    host.Get<PriceBackfill>()
                        .RunAsync(
                            request.Symbol,
                            request.From,
                            request.To ?? TradingCalendar.Last,
                            request.Source,
                            request.Believe,
                            progress,
                            report,
                            cancellation
                        )
            );
            Show(request, result, report, host);
            return report.Problems.Count == 0 && result.Missing.Count == 0
                ? Terminal.Done
                : Terminal.Partly;
        }
        catch (PriceSourceException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Terminal.Failed;
        }
    }

    private static void Check(BackfillRequest request)
    {
        if (!WatchlistFile.IsSymbol(request.Symbol))
        {
            throw new SettingException(
                $"--symbol '{request.Symbol}' is not a symbol. Write it as the exchange does, such as NVDA or ^GSPC."
            );
        }

        if (request.From < TradingCalendar.First)
        {
            throw new SettingException(
                $"--from {Answer.Date(request.From)} is before the trading calendar, which begins on {Answer.Date(TradingCalendar.First)}. Choose a later date."
            );
        }

        if (request.To < request.From)
        {
            throw new SettingException(
                $"--to {Answer.Date(request.To.Value)} is before --from {Answer.Date(request.From)}. Swap them."
            );
        }

        if (request.Source is { } source && !PriceOptions.Known.Contains(source))
        {
            throw new SettingException(
                $"--source '{source}' is unknown. Choose one of {string.Join(", ", PriceOptions.Known)}."
            );
        }

        if (request.Folder is not null && !Directory.Exists(request.Folder))
        {
            throw new SettingException($"--folder {request.Folder} is not a folder.");
        }
    }

    /// <summary>A source that was asked for by name is there, though last where it isn't configured: it replaces no other's bars.</summary>
    private static void Configure(PriceOptions options, BackfillRequest request)
    {
        if (request.Source is { } source)
        {
            options.Sources = [.. options.Order.Append(source).Distinct()];
        }

        options.Csv.Folder = request.Folder ?? options.Csv.Folder;
        options.Csv.Basis = request.Basis ?? options.Csv.Basis;
    }

    private static void Show(
        BackfillRequest request,
        BackfillResult result,
        StageReport report,
        CliHost host
    )
    {
        string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        Terminal.Out.WriteLine(
            $"{request.Symbol} from {result.Source}: {Number(result.Added)} bars stored, {Number(result.Revised)} revised, {Number(result.Stored - result.Added)} were there; {Number(result.Stored)} of {Number(result.Sessions)} sessions have one."
        );
        if (result.Missing.Count > 0)
        {
            Terminal.Out.WriteLine(
                $"Missing: {string.Join("; ", result.Missing.Take(20))}{(result.Missing.Count > 20 ? $"; and {result.Missing.Count - 20} more" : "")}."
            );
        }

        foreach (var (_, why) in report.Problems)
        {
            Terminal.Out.WriteLine($"  {why}");
        }

        if (!host.Get<Watchlist>().PricedSymbols.Contains(request.Symbol))
        {
            Terminal.Out.WriteLine(
                $"{request.Symbol} isn't watched: no run will keep it up. Add it to the watchlist."
            );
        }

        Terminal.Out.WriteLine(
            $"Table transactions: {host.Get<Storage.TransactionCounter>().Count}"
        );
    }
}
