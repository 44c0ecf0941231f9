using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketPulse.Functions.Tests;

/// <summary>
/// A table endpoint on loopback that has every table, holds no row and takes every write, and the app's services over it;
/// every other address answers "not found". Enough to see which stage ran: each notes its end in the table Runs.
/// </summary>
internal sealed class EmptyTables : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _writes = new();

    private EmptyTables()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The paths of rows written, oldest first.</summary>
    public IReadOnlyCollection<string> Writes => _writes;

    public static async Task<EmptyTables> StartAsync()
    {
        var tables = new EmptyTables();
        await tables._server.StartAsync(TestContext.Current.CancellationToken);
        return tables;
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
            // A whole table asked for is empty; a single row isn't there.
            var isTable = path.EndsWith("()", StringComparison.Ordinal);
            context.Response.StatusCode = isTable ? 200 : 404;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                isTable
                    ? """{"value":[]}"""
                    : """{"odata.error":{"code":"ResourceNotFound","message":{"value":""}}}"""
            );
            return;
        }

        _writes.Enqueue(path);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private sealed class NotFound : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        ) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
