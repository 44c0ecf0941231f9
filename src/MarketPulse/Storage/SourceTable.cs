using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Storage;

/// <summary>How far each source was read (IO): partition the sort of source, row its name.</summary>
public sealed class SourceTable(TableStorage storage, ILogger<SourceTable> log)
{
    /// <summary>Every stored state of one sort, by name.</summary>
    public async Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(
        string sort,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Sources, cancellation);
        var read = table.ReadAsync(
            sort,
            " ",
            "~",
            entity => (entity.RowKey, State: EntityCodec.FromEntity<T>(entity)),
            log,
            cancellation
        );
        return await read.ToDictionaryAsync(
            row => row.RowKey,
            row => row.State,
            StringComparer.Ordinal,
            cancellation
        );
    }

    public async Task WriteAsync<T>(
        string sort,
        string name,
        T state,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Sources, cancellation);
        await table.UpsertEntityAsync(
            EntityCodec.ToEntity(sort, name, state),
            TableUpdateMode.Replace,
            cancellation
        );
    }

    /// <summary>Writes the states of several names, in one transaction where there are no more than a hundred.</summary>
    public async Task WriteAsync<T>(
        string sort,
        IReadOnlyDictionary<string, T> states,
        CancellationToken cancellation
    )
    {
        var table = await storage.TableAsync(TableNames.Sources, cancellation);
        await table.WriteAsync(
            states.Select(state => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                EntityCodec.ToEntity(sort, state.Key, state.Value)
            )),
            cancellation
        );
    }
}
