using System.Collections.Concurrent;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace MarketPulse.Storage;

/// <summary>The one way to the tables (IO): a client a table, made once, with its transactions counted.</summary>
public sealed class TableStorage
{
    private readonly TableServiceClient _service;
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();

    public TableStorage(IOptions<StorageOptions> options, TransactionCounter transactions)
    {
        Transactions = transactions;
        var settings = new TableClientOptions();
        settings.AddPolicy(transactions, HttpPipelinePosition.PerRetry);
        var value = options.Value;
        _service = value.ConnectionString is { Length: > 0 } connection
            ? new TableServiceClient(connection, settings)
            : new TableServiceClient(
                new Uri(value.TableEndpoint!),
                AzureCredential.Of(value.ClientId),
                settings
            );
    }

    public TransactionCounter Transactions { get; }

    /// <summary>The client of a table, which is created when it isn't there.</summary>
    public Task<TableClient> TableAsync(string name, CancellationToken cancellation)
    {
        var table = _tables.GetOrAdd(name, key => CreateAsync(key, cancellation));
        if (table.IsFaulted || table.IsCanceled)
        {
            // A failed creation must not be remembered: this caller tries again.
            _tables.TryRemove(new(name, table));
            table = _tables.GetOrAdd(name, key => CreateAsync(key, cancellation));
        }

        return table;
    }

    private async Task<TableClient> CreateAsync(string name, CancellationToken cancellation)
    {
        var client = _service.GetTableClient(name);
        await client.CreateIfNotExistsAsync(cancellation);
        return client;
    }

    /// <summary>Why the client won't take a connection string, or null; the string itself is a secret and isn't repeated.</summary>
    internal static string? Problem(string connection)
    {
        try
        {
            _ = new TableServiceClient(connection);
            return null;
        }
        catch (Exception error)
            when (error is InvalidOperationException or FormatException or ArgumentException)
        {
            return error is FormatException
                ? "its key isn't Base64"
                : "a part is missing or unknown";
        }
    }
}
