using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace MarketPulse.Cli.Cost;

/// <summary><c>marketpulse cost</c>: what a month in Azure costs, counted on a replayed one (IO).</summary>
internal static class CostCommand
{
    private static readonly DateOnly From = new(2025, 3, 1);
    private static readonly DateOnly To = new(2025, 3, 31);

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder for the replayed month",
            DefaultValueFactory = _ => Path.Combine(LocalData.Default, "cost"),
        };
        var seconds = new Option<double>("--seconds")
        {
            Description = "Seconds that a run is billed as; the platform counts at least 1",
            DefaultValueFactory = _ => 2,
        };
        var command = new Command(
            "cost",
            "Replay a month of the default schedule, count executions, table transactions and mails, and price them. Takes some minutes."
        )
        {
            data,
            seconds,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(parsed.GetValue(data)!, parsed.GetValue(seconds), cancellation)
                )
        );
        Examples.Of(
            command,
            ("cost", "March 2025, every scheduled run"),
            ("cost --seconds 5", "the same if runs take five seconds")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string folder,
        double seconds,
        CancellationToken cancellation
    )
    {
        if (seconds is not (>= 1 and <= 600))
        {
            throw new SettingException(
                $"--seconds {seconds.ToString(CultureInfo.InvariantCulture)} can't be: a run is billed as 1 to 600 seconds."
            );
        }

        var data = LocalData.At(folder);
        // Counted anew each time: a replay that was cut off would have counted only its rest.
        if (ReplayMarker.Read(data.Root) is not null)
        {
            Directory.Delete(data.Root, recursive: true);
        }

        var summary = await new ReplayRun(
            new(From, To, ReplayHistory.Bundled, EveryTick: true),
            data
        ).RunAsync((_, _) => { }, cancellation);
        var use = new MonthlyUse(
            new Timetable(new ConfigurationBuilder().Build())
                .Runs(TradingCalendar.Midnight(From), TradingCalendar.Midnight(To.AddDays(1)))
                .Count(),
            summary.Transactions,
            summary.Emails,
            Directory.EnumerateFiles(data.Mail, "*.eml").Sum(f => new FileInfo(f).Length),
            Directory.EnumerateFiles(data.Export).Sum(f => new FileInfo(f).Length),
            seconds
        );
        Tell(use.Bill(PriceList.Public), PriceList.Public);
        return Terminal.Done;
    }

    private static void Tell(IReadOnlyList<CostLine> bill, PriceList prices)
    {
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns("March 2025", "Counted", "US$ a month");
        foreach (var line in bill)
        {
            table.AddRow(line.What, Markup.Escape(line.How), Dollars(line.Dollars));
        }

        table.AddRow("[bold]Together[/]", "", $"[bold]{Dollars(bill.Sum(l => l.Dollars))}[/]");
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine(
            $"Log alerts on silence and dead letters: ${prices.LogAlert.ToString(CultureInfo.InvariantCulture)} a month each, unless hasLogAlerts is false. Not counted: the Functions host's own blob requests, and logs beyond the 5 GB that are free, which the daily cap of 0.1 GB keeps from coming."
        );
    }

    private static string Dollars(decimal dollars) =>
        dollars.ToString("0.0000", CultureInfo.InvariantCulture);
}
