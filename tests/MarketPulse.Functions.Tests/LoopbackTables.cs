using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using MarketPulse.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

/// <summary>
/// A table endpoint on loopback that has every table, takes every write, keeps none and answers whole tables with the rows it
/// was given; and the app's services over it, for which every other address answers "not found". Enough to see which stage
/// ran (each notes its end in the table Runs) and what the API makes of a stored row.
/// </summary>
internal sealed class LoopbackTables : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _writes = new();
    private readonly Dictionary<string, List<TableEntity>> _rows = [];

    private LoopbackTables()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The paths of rows written, oldest first.</summary>
    public IReadOnlyCollection<string> Writes => _writes;

    public static async Task<LoopbackTables> StartAsync()
    {
        var tables = new LoopbackTables();
        await tables._server.StartAsync(TestContext.Current.CancellationToken);
        return tables;
    }

    /// <summary>Holds a row, which every question to its table is answered with.</summary>
    public void Hold<T>(string table, T row)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            _rows[table] = rows = [];
        }

        rows.Add(EntityCodec.ToEntity("partition", $"{rows.Count}", row));
    }

    public ServiceProvider Services()
    {
        var connection =
            $"DefaultEndpointsProtocol=http;AccountName=test;AccountKey=dGVzdA==;TableEndpoint={_server.Urls.Single()}/test;";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings.Example!)
            .AddInMemoryCollection([new("Storage:ConnectionString", connection)])
            .Build();
        var services = new ServiceCollection().AddLogging().AddMarketPulse(configuration);
        services.ConfigureAll<Microsoft.Extensions.Http.HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(handlers =>
                handlers.PrimaryHandler = new NotFound()
            )
        );
        return services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Path);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var table = path.EndsWith("()", StringComparison.Ordinal)
                ? path[(path.LastIndexOf('/') + 1)..^2]
                : null;
            context.Response.StatusCode = table is null ? 404 : 200;
            await context.Response.WriteAsJsonAsync(
                table is null
                    ? new JsonObject
                    {
                        ["odata.error"] = new JsonObject { ["code"] = "ResourceNotFound" },
                    }
                    : new JsonObject { ["value"] = Rows(table) }
            );
            return;
        }

        _writes.Enqueue(path);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private JsonArray Rows(string table) =>
        [
            .. _rows
                .GetValueOrDefault(table, [])
                .Select(row =>
                {
                    var json = new JsonObject();
                    foreach (var (column, value) in row.Where(c => c.Value is not null))
                    {
                        json[column] = JsonSerializer.SerializeToNode(value);
                        if (value is DateTimeOffset)
                        {
                            json[column + "@odata.type"] = "Edm.DateTime";
                        }
                    }

                    return json;
                }),
        ];

    private sealed class NotFound : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        ) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
