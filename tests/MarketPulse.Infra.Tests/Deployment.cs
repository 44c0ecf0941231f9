using System.Text.Json.Nodes;

namespace MarketPulse.Infra.Tests;

/// <summary>What one parameter set deploys: Bicep's own expansion of it.</summary>
internal sealed class Deployment(JsonNode snapshot)
{
    public const string Site = "Microsoft.Web/sites";
    public const string Storage = "Microsoft.Storage/storageAccounts";
    public const string Role = "Microsoft.Authorization/roleAssignments";
    public const string Vault = "Microsoft.KeyVault/vaults";

    public static TheoryData<string> Names => ["default", "smtp", "isolated"];

    public IReadOnlyList<JsonObject> Resources { get; } =
    [.. snapshot["predictedResources"]!.AsArray().Select(r => r!.AsObject())];

    public JsonObject Outputs { get; } = snapshot["outputs"]!.AsObject();

    public JsonObject Settings =>
        Of("Microsoft.Web/sites/config")
            .Single(r => Text(r, "name")!.EndsWith("/appsettings", StringComparison.Ordinal))[
            "properties"
        ]!.AsObject();

    public bool IsIsolated => Of("Microsoft.Network/virtualNetworks").Any();

    public static Deployment Read(string set) =>
        new(
            JsonNode.Parse(
                File.ReadAllText(
                    Path.Combine(Repository.Infra, "parameters", $"{set}.snapshot.json")
                )
            )!
        );

    public IEnumerable<JsonObject> Of(string type) => Resources.Where(r => Text(r, "type") == type);

    /// <summary>Every value at a path such as <c>properties.actions.*.id</c>; <c>*</c> is each member or item.</summary>
    public static IEnumerable<JsonNode> At(JsonNode? node, string path)
    {
        if (node is null)
        {
            return [];
        }

        var (head, rest) = path.Split('/', 2) is [var first, var others]
            ? (first, others)
            : (path, null);
        IEnumerable<JsonNode?> children = (node, head) switch
        {
            (JsonArray array, "*") => array,
            (JsonObject members, "*") => members.Select(m => m.Value),
            (JsonObject members, _) => [members[head]],
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(c => rest is null ? [c] : At(c, rest));
    }

    public static string? Text(JsonNode? node, string path) =>
        At(node, path).FirstOrDefault()?.ToString();
}
