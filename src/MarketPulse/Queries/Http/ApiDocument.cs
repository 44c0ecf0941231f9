using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MarketPulse.Queries.Questions;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Http;

/// <summary>The API described in OpenAPI 3.1, made from the questions and the types of their rows, so that it can't lag behind.</summary>
public sealed class ApiDocument(QuestionList questions, Watchlist watchlist)
{
    private readonly Lazy<byte[]> _bytes = new(() =>
        System.Text.Encoding.UTF8.GetBytes(
            Build(questions, watchlist).ToJsonString(Json.Indented) + "\n"
        )
    );

    public ApiResult Reply() => new(_bytes.Value, "application/json; charset=utf-8");

    private static JsonObject Build(QuestionList questions, Watchlist watchlist)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var question in questions.All)
        {
            paths[$"/api/{question.Name}"] = new JsonObject
            {
                ["get"] = Operation(question, watchlist),
            };
            schemas[question.Row.Name] = Json.Compact.GetJsonSchemaAsNode(question.Row);
        }

        SilenceOperations.Describe(paths, schemas, watchlist);
        schemas["Problem"] = Problem();
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "MarketPulse",
                ["version"] = typeof(ApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] =
                    "Announcements measured against a stock's price. Figures are fractions, dates are the exchange's (New York), instants are UTC. Nothing here says that an announcement caused a move.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "header",
                        ["name"] = "x-functions-key",
                        ["description"] = "On Azure Functions; 'marketpulse serve' asks for none.",
                    },
                },
            },
        };
    }

    private static JsonObject Operation(Question question, Watchlist watchlist)
    {
        var operation = new JsonObject
        {
            ["operationId"] = question.Name,
            ["summary"] = question.Form.Summary,
            ["parameters"] = new JsonArray([
                .. question
                    .Form.Parameters.Append(QueryApi.Format)
                    .Select(p => Parameter(p, question, watchlist)),
            ]),
            ["responses"] = new JsonObject
            {
                ["200"] = Rows(question),
                ["304"] = new JsonObject
                {
                    ["description"] = "The asker has it: If-None-Match named its ETag.",
                },
                ["400"] = new JsonObject
                {
                    ["description"] = "A parameter can't be used; which, and what is allowed.",
                    ["content"] = Content(ApiProblem.MediaType, Reference("Problem")),
                },
                ["503"] = new JsonObject
                {
                    ["description"] = "The table storage didn't answer.",
                    ["content"] = Content(ApiProblem.MediaType, Reference("Problem")),
                },
            },
        };
        // An empty requirement: for this one no key is asked anywhere.
        operation["security"] =
            question is HealthQuestion
                ? new JsonArray()
                : new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject());
        return operation;
    }

    private static JsonObject Parameter(
        QueryParameter parameter,
        Question question,
        Watchlist watchlist
    )
    {
        var schema = parameter.Schema.DeepClone().AsObject();
        var allowed =
            parameter == QueryApi.Format
                ? QueryApi.FormatsOf(question)
                : parameter.Allowed?.Invoke(watchlist);
        if (allowed is not null)
        {
            schema["enum"] = new JsonArray([.. allowed.Select(a => JsonValue.Create(a))]);
        }

        return new()
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["description"] = parameter.Description,
            ["required"] = parameter.IsRequired,
            ["schema"] = schema,
        };
    }

    private static JsonObject Rows(Question question)
    {
        var content = Content(
            "application/json",
            new() { ["type"] = "array", ["items"] = Reference(question.Row.Name) }
        );
        foreach (var format in question.Formats.Where(f => f != AnswerFormat.Json))
        {
            var mediaType = format switch
            {
                AnswerFormat.Atom => "application/atom+xml",
                AnswerFormat.Ics => "text/calendar",
                _ => "text/csv",
            };
            content[mediaType] = new JsonObject
            {
                ["schema"] = new JsonObject { ["type"] = "string" },
            };
        }

        var rows = new JsonObject
        {
            ["description"] = "The rows of one page.",
            ["content"] = content,
        };
        if (question.Form.IsPaged)
        {
            rows["headers"] = new JsonObject
            {
                ["Link"] = new JsonObject
                {
                    ["description"] =
                        "Where more rows follow: the next page, rel=\"next\" (RFC 8288). A page may be empty and yet have one.",
                    ["schema"] = new JsonObject { ["type"] = "string" },
                },
            };
        }

        return rows;
    }

    private static JsonObject Problem() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["title"] = new JsonObject { ["type"] = "string" },
                ["status"] = new JsonObject { ["type"] = "integer" },
                ["detail"] = new JsonObject { ["type"] = "string" },
                ["parameter"] = new JsonObject { ["type"] = "string" },
                ["field"] = new JsonObject { ["type"] = "string" },
                ["allowed"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["type"] = "string" },
                },
            },
            ["required"] = new JsonArray("title", "status", "detail"),
        };

    internal static JsonObject Content(string mediaType, JsonObject schema) =>
        new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    internal static JsonObject Reference(string schema) =>
        new() { ["$ref"] = $"#/components/schemas/{schema}" };
}
