using MarketPulse.Cli.Local;
using MarketPulse.Queries.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Cli.Serve;

/// <summary>The page and the API over HTTP (IO): the very handlers that the Functions app calls.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private PageServer(WebApplication server) => _server = server;

    /// <summary>Where it listens, ports chosen by the system filled in.</summary>
    public IEnumerable<string> Urls => _server.Urls;

    /// <exception cref="SettingException">An address can't be listened at.</exception>
    public static async Task<PageServer> StartAsync(
        CliHost host,
        ServeAddresses addresses,
        CancellationToken cancellation
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.WebHost.UseUrls([
            .. addresses.Urls.Select(u => u.GetLeftPart(UriPartial.Authority)),
        ]);
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = [.. addresses.Hosts]);
        builder.Services.AddRateLimiter(RequestBounds.Set);
        builder.Services.AddLogging(log =>
            log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
        );
        var server = builder.Build();
        server.UseHostFiltering();
        server.Use(NothingToldOfFailuresAsync);
        server.UseRateLimiter();
        Map(server, host);
        MapSilences(server, host, addresses.AreLocal);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            await server.DisposeAsync();
            throw new SettingException($"{error.Message} Choose another with --port.", error);
        }

        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Map(WebApplication server, CliHost host)
    {
        var (queries, document, files) = (
            host.Get<QueryApi>(),
            host.Get<ApiDocument>(),
            host.Get<DashboardFiles>()
        );
        server.MapGet("api/openapi.json", () => (IResult)document.Reply());
        server.MapGet(
            "api/{question}",
            (string question, HttpRequest request, CancellationToken asked) =>
                queries.AskAsync(question, request, asked)
        );
        server.MapGet("{file?}", (string? file) => (IResult)files.Find(file));
        server.MapFallback(() => (IResult)files.Find("no such file"));
    }

    /// <summary>There is no key: only who sits at this machine may change something.</summary>
    private static void MapSilences(WebApplication server, CliHost host, bool areLocal)
    {
        var silences = host.Get<SilenceApi>();
        server.MapPost(
            "api/silences",
            (HttpRequest request, CancellationToken asked) =>
                areLocal ? silences.AddAsync(request, asked) : Task.FromResult<IResult>(ReadOnly())
        );
        server.MapDelete(
            "api/silences/{id}",
            (string id, HttpRequest request, CancellationToken asked) =>
                areLocal
                    ? silences.EndAsync(id, request, asked)
                    : Task.FromResult<IResult>(ReadOnly())
        );
    }

    private static ApiResult ReadOnly() =>
        ApiProblem.Of(
            StatusCodes.Status403Forbidden,
            "Nothing can be changed here.",
            "This server has no key and is reached from other machines; use 'marketpulse silence' on its own."
        );

    private static async Task NothingToldOfFailuresAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The asker has gone.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context
                .RequestServices.GetRequiredService<ILogger<PageServer>>()
                .LogError(failure, "{Path}", context.Request.Path);
            await ApiProblem
                .Of(
                    StatusCodes.Status500InternalServerError,
                    "That went wrong here.",
                    "The program's own output says what it was."
                )
                .ExecuteAsync(context);
        }
    }
}
