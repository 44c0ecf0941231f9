using System.Text;
using Azure;
using MarketPulse.Queries.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Queries.Http;

/// <summary>
/// The questions over HTTP, the same for every host (IO): <c>api/NAME?…</c>, with <c>format</c> json (default), csv, or atom for
/// alerts. Where more rows follow, the header <c>Link</c> has the address of the next page (RFC 8288).
/// </summary>
public sealed class QueryApi(QuestionList questions, ILogger<QueryApi> log)
{
    /// <summary>How the answer is to be written.</summary>
    public static readonly QueryParameter Format = new(
        "format",
        "json (default), csv, or atom (alerts only)",
        new() { ["type"] = "string" }
    );

    /// <summary>Where the Functions host takes its key from, when not from a header: its own, not a part of the question.</summary>
    private static readonly string[] KeyParameters = ["code", "clientId"];

    /// <summary>The formats in which a question's answer can be had.</summary>
    public static IReadOnlyList<string> FormatsOf(Question question) =>
        question is AlertsQuestion ? ["json", "csv", "atom"] : ["json", "csv"];

    public async Task<IResult> AskAsync(
        string name,
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (questions.Find(name) is not { } question)
        {
            return ApiProblem.NotFound(
                $"There is no question '{QueryValues.Shown(name)}'.",
                questions.All.Select(q => $"api/{q.Name}")
            );
        }

        try
        {
            var parameters = Parameters(request).ToList();
            var format = FormatOf(question, parameters);
            parameters.RemoveAll(p => IsFormat(p.Key));
            return format == "atom" && question is AlertsQuestion alerts
                ? new ApiResult(
                    AlertFeed.Write((await alerts.AskAsync(parameters, cancellation)).Rows),
                    AlertFeed.MediaType
                )
                : Reply(
                    question,
                    request,
                    await question.AnswerAsync(
                        parameters,
                        format == "csv" ? AnswerFormat.Csv : AnswerFormat.Json,
                        cancellation
                    )
                );
        }
        catch (QueryTextException wrong)
        {
            return ApiProblem.Of(wrong);
        }
        catch (RequestFailedException failure)
        {
            log.LogWarning(
                "Question {Question}: {Problem}",
                question.Name,
                failure.Message.Split('\n')[0]
            );
            return ApiProblem.StorageFailed();
        }
    }

    private static ApiResult Reply(Question question, HttpRequest request, AnswerText answer)
    {
        var result = new ApiResult(Encoding.UTF8.GetBytes(answer.Text), answer.MediaType);
        if (answer.MediaType.StartsWith("text/csv", StringComparison.Ordinal))
        {
            result.Headers["Content-Disposition"] = $"attachment; filename=\"{question.Name}.csv\"";
        }

        if (answer.Next is { } next)
        {
            var query = new QueryBuilder(
                Parameters(request)
                    .Where(p =>
                        !string.Equals(
                            p.Key,
                            QueryParameters.After.Name,
                            StringComparison.OrdinalIgnoreCase
                        )
                    )
                    .Select(p => KeyValuePair.Create(p.Key, p.Value ?? ""))
            )
            {
                { QueryParameters.After.Name, next },
            };
            result.Headers["Link"] = $"<{query}>; rel=\"next\"";
        }

        return result;
    }

    private static string FormatOf(
        Question question,
        List<KeyValuePair<string, string?>> parameters
    )
    {
        var given = parameters.Where(p => IsFormat(p.Key)).Select(p => p.Value).ToList();
        var allowed = FormatsOf(question);
        return given switch
        {
            [] or [null or ""] => allowed[0],
            [{ } one] => allowed.FirstOrDefault(a =>
                a.Equals(one, StringComparison.OrdinalIgnoreCase)
            )
                ?? throw new QueryTextException(
                    Format.Name,
                    $"'{QueryValues.Shown(one)}' is not known",
                    allowed
                ),
            _ => throw new QueryTextException(Format.Name, "it is given twice", ["one value"]),
        };
    }

    private static bool IsFormat(string name) =>
        name.Equals(Format.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(HttpRequest request) =>
        from parameter in request.Query
        where !KeyParameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)
        from value in parameter.Value.DefaultIfEmpty()
        select KeyValuePair.Create(parameter.Key, value);
}
