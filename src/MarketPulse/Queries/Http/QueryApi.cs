using System.Text;
using Azure;
using MarketPulse.Queries.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Queries.Http;

/// <summary>
/// The questions over HTTP, the same for every host (IO): <c>api/NAME?…</c>, with <c>format</c> json (default), csv, atom for
/// alerts or ics for events; <c>api/NAME.FORMAT</c> says the same. Where more rows follow, the header <c>Link</c> has the address of the next page (RFC 8288).
/// </summary>
public sealed class QueryApi(QuestionList questions, ILogger<QueryApi> log)
{
    /// <summary>How the answer is to be written.</summary>
    public static readonly QueryParameter Format = new(
        "format",
        "json (default), csv, atom (alerts only) or ics (events only)",
        new() { ["type"] = "string" }
    );

    /// <summary>Where the Functions host takes its key from, when not from a header: its own, not a part of the question.</summary>
    private static readonly string[] KeyParameters = ["code", "clientId"];

    /// <summary>The formats in which a question's answer can be had.</summary>
    public static IReadOnlyList<string> FormatsOf(Question question) =>
        [.. question.Formats.Select(CamelNames<AnswerFormat>.Of)];

    public async Task<IResult> AskAsync(
        string name,
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var (bare, suffix) = name.LastIndexOf('.') is > 0 and var dot
            ? (name[..dot], name[(dot + 1)..])
            : (name, null);
        if (
            questions.Find(bare) is not { } question
            || (suffix is not null && !FormatsOf(question).Contains(suffix, StringComparer.Ordinal))
        )
        {
            return ApiProblem.NotFound(
                $"There is no question '{QueryValues.Shown(name)}'.",
                questions.All.Select(q => $"api/{q.Name}")
            );
        }

        try
        {
            var parameters = Parameters(request).ToList();
            if (suffix is not null)
            {
                parameters.Add(new(Format.Name, suffix));
            }

            var format = FormatOf(question, parameters);
            parameters.RemoveAll(p => IsFormat(p.Key));
            return Reply(
                question,
                format,
                request,
                await question.AnswerAsync(parameters, format, cancellation)
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
        catch (SettingException wrong)
        {
            // It names files and settings, which are nothing for a stranger.
            log.LogWarning("Question {Question}: {Problem}", question.Name, wrong.Message);
            return ApiProblem.SettingWrong();
        }
    }

    private static ApiResult Reply(
        Question question,
        AnswerFormat format,
        HttpRequest request,
        AnswerText answer
    )
    {
        var result = new ApiResult(Encoding.UTF8.GetBytes(answer.Text), answer.MediaType);
        if (format is AnswerFormat.Csv or AnswerFormat.Ics)
        {
            result.Headers["Content-Disposition"] =
                $"attachment; filename=\"{question.Name}.{CamelNames<AnswerFormat>.Of(format)}\"";
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

    private static AnswerFormat FormatOf(
        Question question,
        List<KeyValuePair<string, string?>> parameters
    ) =>
        parameters.Where(p => IsFormat(p.Key)).Select(p => p.Value).ToList() switch
        {
            [] or [null or ""] => question.Formats[0],
            [{ } one] => Find(question, one)
                ?? throw new QueryTextException(
                    Format.Name,
                    $"'{QueryValues.Shown(one)}' is not known",
                    FormatsOf(question)
                ),
            _ => throw new QueryTextException(Format.Name, "it is given twice", ["one value"]),
        };

    private static AnswerFormat? Find(Question question, string name)
    {
        foreach (var format in question.Formats)
        {
            if (
                name.Equals(CamelNames<AnswerFormat>.Of(format), StringComparison.OrdinalIgnoreCase)
            )
            {
                return format;
            }
        }

        return null;
    }

    private static bool IsFormat(string name) =>
        name.Equals(Format.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(HttpRequest request) =>
        from parameter in request.Query
        where !KeyParameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)
        from value in parameter.Value.DefaultIfEmpty()
        select KeyValuePair.Create(parameter.Key, value);
}
