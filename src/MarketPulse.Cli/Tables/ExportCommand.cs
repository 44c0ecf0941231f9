using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Storage;
using Spectre.Console;

namespace MarketPulse.Cli.Tables;

/// <summary><c>marketpulse export</c>: every table as JSON lines.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var command = TableFolderCommand.Create(
            "export",
            "Write every table as JSON lines, equal bytes for equal states; 'import' reads them back.",
            "Folder for one TABLE.jsonl a table",
            "Replace an export that is there already",
            RunAsync
        );
        Examples.Of(
            command,
            ("export backup/2026-11-22", "of the configured storage, or of .marketpulse"),
            ("export backup --replace --data .marketpulse/replay", "of a replay, over the last one")
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
        if (File.Exists(folder))
        {
            throw new SettingException($"{folder} is a file. Name a folder.");
        }

        if (
            !replace
            && Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, "*.jsonl").Any()
        )
        {
            throw new SettingException(
                $"{folder} holds an export already. Name another folder, or add --replace."
            );
        }

        await using var host = await LocalStore.OpenAsync(data, cancellation);
        IReadOnlyDictionary<string, int> rows;
        try
        {
            rows = await host.Get<TableExport>()
                .WriteAsync(
                    folder,
                    TableNames.All,
                    (table, count) => Terminal.Out.WriteLine($"{table}: {Count(count, "row")}"),
                    cancellation
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"{folder} can't be written: {error.Message} Name another folder.",
                error
            );
        }

        var bytes = rows.Keys.Sum(t =>
            new FileInfo(Path.Combine(folder, TableExport.FileOf(t))).Length
        );
        Terminal.Out.WriteLine(
            $"{Count(rows.Values.Sum(), "row")} of {Count(rows.Count, "table")}, {(bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB, in {folder}."
        );
        return Terminal.Done;
    }

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
