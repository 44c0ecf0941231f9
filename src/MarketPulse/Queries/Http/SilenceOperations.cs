using System.Text.Json.Nodes;
using MarketPulse.Queries.Silences;
using MarketPulse.Watchlists;

namespace MarketPulse.Queries.Http;

/// <summary>The two requests that change something, described for OpenAPI.</summary>
internal static class SilenceOperations
{
    /// <summary>Adds them to the paths and the schemas of the questions.</summary>
    public static void Describe(JsonObject paths, JsonObject schemas, Watchlist watchlist)
    {
        var add = Operation("addSilence", "Keep back mails of a symbol or a rule for a while.");
        add["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = ApiDocument.Content(
                "application/json",
                ApiDocument.Reference(nameof(SilenceWish))
            ),
        };
        add["responses"] = Responses(("201", "The silence.", true), ("400", Wrong, false));
        paths["/api/silences"]!["post"] = add;

        var end = Operation("endSilence", "End a silence now; it stays on the list.");
        end["parameters"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "id",
                ["in"] = "path",
                ["required"] = true,
                ["description"] = "As the silences give it",
                ["schema"] = new JsonObject { ["type"] = "string" },
            }
        );
        end["responses"] = Responses(
            ("200", "The silence, ended now or before.", true),
            ("404", "There is none of this id.", false)
        );
        paths["/api/silences/{id}"] = new JsonObject { ["delete"] = end };
        schemas[nameof(SilenceWish)] = Wish(watchlist);
    }

    private const string Wrong = "A field of the body can't be used; which, and what is allowed.";

    private static JsonObject Operation(string id, string summary) =>
        new()
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["security"] = new JsonArray(
                new JsonObject { ["key"] = new JsonArray() },
                new JsonObject()
            ),
        };

    private static JsonObject Responses(params (string Status, string What, bool IsRow)[] own)
    {
        var responses = new JsonObject();
        foreach (
            var (status, what, isRow) in own.Concat([
                ("403", "Another site asked for this.", false),
                ("503", "The table storage didn't answer.", false),
            ])
        )
        {
            responses[status] = new JsonObject
            {
                ["description"] = what,
                ["content"] = ApiDocument.Content(
                    isRow ? "application/json" : ApiProblem.MediaType,
                    ApiDocument.Reference(isRow ? nameof(SilenceAnswer) : "Problem")
                ),
            };
        }

        return responses;
    }

    private static JsonObject Wish(Watchlist watchlist) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["symbol"] = OneOf(
                    "Left out: every symbol",
                    watchlist.Symbols.Select(s => s.Symbol)
                ),
                ["rule"] = OneOf("Left out: every rule", watchlist.Rules.Select(r => r.Name)),
                ["from"] = Text("An instant or date (UTC), or a span from now; left out: now"),
                ["until"] = Text("An instant or date (UTC), or a span such as 8h or 3d"),
                ["comment"] = new JsonObject
                {
                    ["type"] = "string",
                    ["description"] = "Why; shown wherever it keeps a mail back",
                    ["maxLength"] = SilenceWish.LongestComment,
                },
            },
            ["required"] = new JsonArray("until", "comment"),
        };

    private static JsonObject OneOf(string description, IEnumerable<string> values)
    {
        // Null says the same as leaving it out.
        var schema = new JsonObject
        {
            ["type"] = new JsonArray("string", "null"),
            ["description"] = description,
        };
        schema["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v)), null]);
        return schema;
    }

    private static JsonObject Text(string description) =>
        new() { ["type"] = "string", ["description"] = description };
}
