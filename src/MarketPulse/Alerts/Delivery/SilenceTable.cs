using Azure;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Alerts.Delivery;

/// <summary>Stored silences (IO): partition <c>silence</c>, row the id. They are the user's wish, not knowledge: they aren't exported.</summary>
public sealed class SilenceTable(TableStorage storage, ILogger<SilenceTable> log)
{
    private const string Partition = "silence";

    /// <summary>Every silence, ended ones too, by id.</summary>
    public async Task<IReadOnlyList<Silence>> ReadAsync(CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Silences, cancellation);
        return await table
            .ReadAsync(Partition, " ", "~", EntityCodec.FromEntity<Silence>, log, cancellation)
            .ToListAsync(cancellation);
    }

    /// <summary>Stores a silence, or what has changed of it.</summary>
    public async Task WriteAsync(Silence silence, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Silences, cancellation);
        await table.UpsertEntityAsync(
            EntityCodec.ToEntity(Partition, silence.Id, silence),
            TableUpdateMode.Replace,
            cancellation
        );
    }

    /// <summary>Forgets a silence; one that isn't there is no error.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(TableNames.Silences, cancellation);
        await table.DeleteEntityAsync(Partition, id, ETag.All, cancellation);
    }
}
