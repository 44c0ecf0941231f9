using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Correlation;
using Spectre.Console;

namespace MarketPulse.Cli.Replay;

/// <summary><c>marketpulse replay</c>: the main job on the bundled history.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var from = DateOption.Of(
            "--from",
            $"First date (New York), inclusive; default {Answer.Date(ReplayOptions.DefaultFrom)}"
        );
        var to = DateOption.Of(
            "--to",
            $"Last date (New York), inclusive; default {Answer.Date(ReplayOptions.DefaultTo)}"
        );
        var data = new Option<string>("--data")
        {
            Description =
                "Folder for tables, mailbox and export; an earlier replay there gives way",
            DefaultValueFactory = _ => LocalData.DefaultReplay,
        };
        var history = new Option<string?>("--history")
        {
            Description =
                "Another history folder (prices/*.csv, feeds/*.xml); default: the bundled one",
        };
        var everyTick = new Option<bool>("--every-tick")
        {
            Description =
                "Run every scheduled tick, also those at which no source has anything new: slow, same result",
        };
        var command = new Command(
            "replay",
            "Run the whole pipeline over a bundled history of real figures, offline, on a simulated clock."
        )
        {
            from,
            to,
            data,
            history,
            everyTick,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(
                        new ReplayOptions(
                            parsed.GetValue(from) ?? ReplayOptions.DefaultFrom,
                            parsed.GetValue(to) ?? ReplayOptions.DefaultTo,
                            parsed.GetValue(history) ?? ReplayHistory.Bundled,
                            parsed.GetValue(everyTick)
                        ),
                        LocalData.At(parsed.GetValue(data)!),
                        cancellation
                    )
                )
        );
        Examples.Of(
            command,
            ("replay", "18 months, January 2024 to June 2025"),
            (
                "replay --from 2025-03-01 --to 2025-03-31 --data /tmp/march",
                "one month, into another folder"
            ),
            (
                "query correlations --data .marketpulse/replay --verdict significant",
                "ask what it stored"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ReplayOptions options,
        LocalData data,
        CancellationToken cancellation
    )
    {
        var replay = new ReplayRun(options, data);
        var summary = await ReplayProgress.ShowAsync(
            options,
            progress => replay.RunAsync(progress, cancellation)
        );
        if (replay.Replaces is { } former)
        {
            Terminal.Out.WriteLine(
                $"It took the place of the replay of {Answer.Date(former.From)} to {Answer.Date(former.To)}."
            );
        }

        if (replay.Resumes)
        {
            Terminal.Out.WriteLine(
                "An earlier replay of this span was cut off; this one went on from there."
            );
        }

        Show(summary);
        return 0;
    }

    private static void Show(ReplaySummary summary)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        void Row(string name, string value) =>
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        Row("Sessions", Number(summary.Sessions));
        Row(
            "Announcements",
            $"{Number(summary.Announcements)} (told {Number(summary.Tellings)} times{(summary.BeforeSpan > 0 ? $"; {Number(summary.BeforeSpan)} published before the span" : "")})"
        );
        foreach (var (verdict, count) in summary.Verdicts)
        {
            Row($"  {Terminal.Name(verdict)}", Number(count));
        }

        if (summary.Unmeasured > 0)
        {
            Row("  event day after the span", Number(summary.Unmeasured));
        }

        Row(
            "Event days measured",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.EventDays}; at the 5 % level about {summary.EventDays * StudyRules.Level:0.0} would stand out by chance"
            )
        );
        Row("Results stored", $"{Number(summary.Results)} (every window, benchmark and exclusion)");
        foreach (var rule in summary.Decisions.GroupBy(d => d.Rule))
        {
            Row(
                $"Rule '{rule.Key}'",
                string.Join(
                    ", ",
                    rule.Select(d => $"{Number(d.Count)} {Terminal.Name(d.Decision)}")
                )
            );
        }

        Row("Emails", $"{Number(summary.Emails)} in {Terminal.Shorten(summary.MailFolder)}");
        Row(
            "Table transactions",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Transactions:N0}; {summary.PriceTransactions:N0} of them for prices, {(double)summary.PriceTransactions / Math.Max(1, summary.Sessions):0.0} a session in all"
            )
        );
        Row("Ticks without news, skipped", Number(summary.SkippedTicks));
        Row(
            "Wall time",
            summary.WallTime.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture)
        );
        Terminal.Out.Write(table);
        if (summary.WorthOpening.Length > 0)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine("Worth opening:");
            foreach (var (file, why) in summary.WorthOpening)
            {
                Terminal.Out.WriteLine($"  {file}");
                Terminal.Out.WriteLine($"    {why}");
            }

            Terminal.Out.WriteLine(
                $"All of them: {Terminal.Shorten(Path.Combine(summary.MailFolder, "index.html"))}"
            );
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
