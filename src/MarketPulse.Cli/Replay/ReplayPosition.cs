using System.Globalization;
using Azure.Data.Tables;
using MarketPulse.Storage;

namespace MarketPulse.Cli.Replay;

/// <summary>The run that was begun last, kept in the same tables as what it wrote, so that both are lost or saved together (IO).</summary>
internal sealed class ReplayPosition(TableStorage storage)
{
    private const string Table = "Replay";

    public async Task<ScheduledRun?> ReadAsync(CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table, cancellation);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            "replay",
            "position",
            cancellationToken: cancellation
        );
        return row.HasValue
            ? new(
                row.Value!.GetString("Function"),
                DateTimeOffset.Parse(
                    row.Value.GetString("At"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.RoundtripKind
                )
            )
            : null;
    }

    public async Task WriteAsync(ScheduledRun run, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table, cancellation);
        var row = new TableEntity("replay", "position")
        {
            ["Function"] = run.Function,
            ["At"] = run.At.ToString("O", CultureInfo.InvariantCulture),
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
