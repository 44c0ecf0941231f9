using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketPulse.Queries.Http;

/// <summary>What is wrong with a request, or with us, as problem+json (RFC 9457).</summary>
public static class ApiProblem
{
    public const string MediaType = "application/problem+json";

    /// <summary>A parameter that can't be used: which, why, and what is allowed.</summary>
    public static ApiResult Of(QueryTextException wrong) =>
        Of(
            StatusCodes.Status400BadRequest,
            "A query parameter can't be used.",
            wrong.Message,
            ("parameter", wrong.Parameter),
            ("allowed", wrong.Allowed)
        );

    /// <summary>A field of a body that can't be used: which, why, and what is allowed.</summary>
    public static ApiResult OfField(QueryTextException wrong) =>
        Of(
            StatusCodes.Status400BadRequest,
            "A field of the body can't be used.",
            wrong.Message,
            ("field", wrong.Parameter),
            ("allowed", wrong.Allowed)
        );

    /// <summary>An address at which nothing is, and those at which something is.</summary>
    public static ApiResult NotFound(string what, IEnumerable<string> there) =>
        Of(
            StatusCodes.Status404NotFound,
            "There is nothing at this address.",
            what,
            ("allowed", there)
        );

    /// <summary>The table storage didn't answer; what it said is for the log, not for the asker.</summary>
    public static ApiResult StorageFailed() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "The table storage didn't answer.",
            "Try again in a minute; 'marketpulse doctor' checks every part."
        );

    /// <summary>A setting or a file that it names can't be used; which is for the log.</summary>
    public static ApiResult SettingWrong() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "A setting is wrong here.",
            "The program's own output says which; 'marketpulse doctor' checks every part."
        );

    public static ApiResult Of(
        int status,
        string title,
        string detail,
        params (string Name, object Value)[] extensions
    )
    {
        var problem = new ProblemDetails
        {
            Title = title,
            Status = status,
            Detail = detail,
        };
        foreach (var (name, value) in extensions)
        {
            problem.Extensions[name] = value;
        }

        return new(JsonSerializer.SerializeToUtf8Bytes(problem, Json.Compact), MediaType, status);
    }
}
