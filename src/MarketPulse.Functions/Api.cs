using MarketPulse.Queries.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MarketPulse.Functions;

/// <summary>What is stored, over HTTP, the page that shows it, and the silences that it adds and ends. All but the health and the page's own files ask for a function key.</summary>
public sealed class Api(
    QueryApi queries,
    SilenceApi silences,
    ApiDocument document,
    DashboardFiles files
)
{
    // The host tries routes in the order of the functions' names (azure-functions-host#9876): whatever takes any name comes last.
    [Function("Query")]
    public Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/{question}")]
            HttpRequest request,
        string question,
        CancellationToken cancellation
    ) => queries.AskAsync(question, request, cancellation);

    [Function("AddSilence")]
    public Task<IResult> AddSilenceAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/silences")]
            HttpRequest request,
        CancellationToken cancellation
    ) => silences.AddAsync(request, cancellation);

    [Function("EndSilence")]
    public Task<IResult> EndSilenceAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/silences/{id}")]
            HttpRequest request,
        string id,
        CancellationToken cancellation
    ) => silences.EndAsync(id, request, cancellation);

    [Function("Health")]
    public Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")]
            HttpRequest request,
        CancellationToken cancellation
    ) => queries.AskAsync("health", request, cancellation);

    [Function("OpenApi")]
    public IResult OpenApi(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/openapi.json")]
            HttpRequest request
    ) => document.Reply();

    [Function("Page")]
    public IResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{file?}")] HttpRequest request,
        string? file
    ) => files.Find(file);
}
