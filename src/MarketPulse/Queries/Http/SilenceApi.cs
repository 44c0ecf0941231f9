using System.Text;
using System.Text.Json;
using Azure;
using MarketPulse.Queries.Silences;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MarketPulse.Queries.Http;

/// <summary>
/// Silences added and ended over HTTP (IO): <c>POST api/silences</c> with a JSON body, <c>DELETE api/silences/ID</c>. Only JSON
/// is taken, and only from this site's own pages or from programs, so that no other page can send it.
/// </summary>
public sealed class SilenceApi(SilenceBook book, ILogger<SilenceApi> log)
{
    /// <summary>Bytes that a body may have.</summary>
    public const int LargestBody = 8 * 1024;

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = 4,
        AllowDuplicateProperties = false,
    };

    private static readonly string[] Fields = ["symbol", "rule", "from", "until", "comment"];

    /// <summary>Adds the silence that the body asks for: 201 with it.</summary>
    public Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellation) =>
        GuardAsync(
            request,
            async () =>
            {
                if (!request.HasJsonContentType())
                {
                    return ApiProblem.Of(
                        StatusCodes.Status415UnsupportedMediaType,
                        "The body must be JSON.",
                        "Send it with Content-Type: application/json."
                    );
                }

                if (await BodyAsync(request, cancellation) is not { } body)
                {
                    return ApiProblem.Of(
                        StatusCodes.Status413PayloadTooLarge,
                        "The body is too large.",
                        $"At most {LargestBody} bytes are read."
                    );
                }

                var silence = await book.AddAsync(Read(body), cancellation);
                return Reply(silence, StatusCodes.Status201Created);
            }
        );

    /// <summary>Ends a silence now: 200 with it, also where it had ended before.</summary>
    public Task<IResult> EndAsync(string id, HttpRequest request, CancellationToken cancellation) =>
        GuardAsync(
            request,
            async () =>
                await book.ExpireAsync(id, cancellation) is { } found
                    ? Reply(found.Silence, StatusCodes.Status200OK)
                    : ApiProblem.NotFound(
                        $"There is no silence '{QueryValues.Shown(id)}'.",
                        ["api/silences"]
                    )
        );

    private async Task<IResult> GuardAsync(HttpRequest request, Func<Task<ApiResult>> work)
    {
        if (!SameSite.Allows(request))
        {
            return ApiProblem.Of(
                StatusCodes.Status403Forbidden,
                "Another site asked for this.",
                "Silences are changed from this site's own page, or by a program."
            );
        }

        try
        {
            return await work();
        }
        catch (QueryTextException wrong)
        {
            return ApiProblem.OfField(wrong);
        }
        catch (JsonException)
        {
            // What the parser says repeats what was sent.
            return ApiProblem.OfField(
                new("body", "it is not a JSON object of plain fields, each once", Fields)
            );
        }
        catch (RequestFailedException failure)
        {
            log.LogWarning("Silences: {Problem}", failure.Message.Split('\n')[0]);
            return ApiProblem.StorageFailed();
        }
    }

    private static ApiResult Reply(SilenceAnswer silence, int status) =>
        new(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(silence, Json.Compact) + "\n"),
            "application/json; charset=utf-8",
            status
        );

    /// <summary>The body, or null where it is larger than any that can be meant.</summary>
    private static async Task<byte[]?> BodyAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        var body = new byte[LargestBody + 1];
        var read = await request.Body.ReadAtLeastAsync(
            body,
            body.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        return read > LargestBody ? null : body[..read];
    }

    private static SilenceWish Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body, Strict);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("no object");
        }

        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!Fields.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new QueryTextException(
                    QueryValues.Shown(property.Name),
                    "there is no such field",
                    Fields
                );
            }

            given[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Null => null,
                _ => throw new QueryTextException(
                    property.Name,
                    "it is not a text",
                    ["a text", "null"]
                ),
            };
        }

        return new(
            given.GetValueOrDefault("symbol"),
            given.GetValueOrDefault("rule"),
            given.GetValueOrDefault("from"),
            given.GetValueOrDefault("until"),
            given.GetValueOrDefault("comment")
        );
    }
}
