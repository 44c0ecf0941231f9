using MarketPulse.Queries;
using MarketPulse.Watchlists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MarketPulse.Functions;

/// <summary>What is stored, over HTTP. Every route asks for a function key.</summary>
public sealed class Api(StoredKnowledge knowledge, Watchlist watchlist)
{
    /// <summary>Where the Functions host takes its key from, when not from a header: its own, not a part of the question.</summary>
    private static readonly string[] KeyParameters = ["code", "clientId"];

    /// <summary>Stored results as a JSON array, newest event day first; the query's parameters are <see cref="CorrelationQueryText"/>'s.</summary>
    [Function("Correlations")]
    public async Task<IResult> CorrelationsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/correlations")]
            HttpRequest request,
        CancellationToken cancellation
    )
    {
        try
        {
            var query = CorrelationQueryText.Parse(Parameters(request), watchlist);
            return Results.Json(await knowledge.AskAsync(query, cancellation), Json.Compact);
        }
        catch (QueryTextException wrong)
        {
            return Wrong(wrong);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(HttpRequest request) =>
        from parameter in request.Query
        where !KeyParameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)
        from value in parameter.Value.DefaultIfEmpty()
        select KeyValuePair.Create(parameter.Key, value);

    private static IResult Wrong(QueryTextException wrong) =>
        Results.Json(
            new ProblemDetails
            {
                Title = "A query parameter can't be used.",
                Status = StatusCodes.Status400BadRequest,
                Detail = wrong.Message,
                Extensions = { ["parameter"] = wrong.Parameter, ["allowed"] = wrong.Allowed },
            },
            Json.Compact,
            "application/problem+json",
            StatusCodes.Status400BadRequest
        );
}
