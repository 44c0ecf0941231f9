using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Storage;
using Spectre.Console;

namespace MarketPulse.Cli.Tables;

/// <summary><c>marketpulse import</c>: an export back into the tables.</summary>
internal static class ImportCommand
{
    /// <summary>Rotten lines that are named; the others are counted.</summary>
    private const int MostNamed = 20;

    public static Command Create()
    {
        var command = TableFolderCommand.Create(
            "import",
            "Write an export into the tables. Every line is checked before the first row is written; nothing is ever deleted.",
            "Folder that 'export' wrote; a table without a file is left as it is",
            "Replace stored rows that differ; otherwise they stay, and are counted",
            RunAsync
        );
        Examples.Of(
            command,
            ("import backup/2026-11-22", "into the configured storage, or into .marketpulse"),
            ("import backup --replace", "the export wins where a stored row differs")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string folder,
        bool replace,
        string? data,
        CancellationToken cancellation
    )
    {
        var (rows, problems) = await TableImport.CheckAsync(folder, cancellation);
        if (problems.Count > 0)
        {
            throw new SettingException(
                string.Join(
                    Environment.NewLine,
                    [
                        .. problems.Take(MostNamed),
                        .. problems.Count > MostNamed
                            ? [$"… and {problems.Count - MostNamed} more."]
                            : (string[])[],
                        "Nothing was written. Correct these lines or take them out, or export anew.",
                    ]
                )
            );
        }

        await using var host = await CliHost.StartAsync(
            LocalData.At(data ?? LocalData.Default),
            ownTables: data is not null,
            cancellation
        );
        var counts = await WriteAsync(host.Get<TableImport>(), folder, replace, rows, cancellation);
        foreach (var count in counts)
        {
            Terminal.Out.WriteLine(
                $"{count.Table}: {Figure(count.Added)} added, {Figure(count.Same)} were there{(count.Replaced > 0 ? $", {Figure(count.Replaced)} replaced" : "")}{(count.Kept > 0 ? $", {Figure(count.Kept)} differ and stayed (first: {count.FirstKept})" : "")}"
            );
        }

        var kept = counts.Sum(c => c.Kept);
        Terminal.Out.WriteLine(
            kept == 0
                ? $"{ExportCommand.Count(counts.Sum(c => c.Added + c.Same + c.Replaced), "row")} as in {folder}."
                : $"{ExportCommand.Count(kept, "stored row")} {(kept == 1 ? "differs" : "differ")} from {folder} and stayed. Add --replace to take the export's."
        );
        return kept == 0 ? Terminal.Done : Terminal.Partly;
    }

    private static async Task<IReadOnlyList<ImportCount>> WriteAsync(
        TableImport import,
        string folder,
        bool replace,
        IReadOnlyDictionary<string, int> rows,
        CancellationToken cancellation
    )
    {
        if (!Terminal.IsInteractive)
        {
            return await import.WriteAsync(folder, replace, (_, _) => { }, cancellation);
        }

        double all = Math.Max(1, rows.Values.Sum());
        var before = rows.Keys.ToDictionary(
            t => t,
            t => rows.TakeWhile(r => r.Key != t).Sum(r => r.Value)
        );
        return await LiveBar.ShowAsync(
            "import",
            show =>
                import.WriteAsync(
                    folder,
                    replace,
                    (table, done) => show(table, (before[table] + done) / all),
                    cancellation
                )
        );
    }

    private static string Figure(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
